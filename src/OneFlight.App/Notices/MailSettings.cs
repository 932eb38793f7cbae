using System.Globalization;

namespace OneFlight.App.Notices;

/// <summary>Where notices go by e-mail, and from whom.</summary>
/// <param name="Server">Null: none is set, and letters go to the sink of this machine, where they can be opened.</param>
/// <param name="Outbox">Folder of the sink.</param>
public sealed record MailSettings((string Host, int Port)? Server, string From, string Outbox, TimeSpan Hold)
{
    public static MailSettings Read(IConfiguration configuration) => new(
        ReadServer(configuration["ONEFLIGHT_SMTP"]), configuration["ONEFLIGHT_SMTP_FROM"] is { Length: > 0 } from ? from : "stewards@oneflight.example",
        configuration["ONEFLIGHT_OUTBOX"] is { Length: > 0 } folder ? folder
            : Path.Combine(configuration["ONEFLIGHT_DATA"] is { Length: > 0 } data ? data : Path.GetTempPath(), "oneflight-outbox"),
        double.TryParse(configuration["ONEFLIGHT_NOTICE_HOLD"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= 3600
            ? TimeSpan.FromSeconds(seconds) : Operations.Stewardship.NoticeRules.Hold.ToTimeSpan());

    private static (string, int)? ReadServer(string? text)
    {
        if (text is not { Length: > 0 }) return null;
        return text.Split(':') is [var host, var port] && host.Length > 0 && int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536
            ? (host, number) : throw new InvalidOperationException($"ONEFLIGHT_SMTP is '{text}'; it names a mail server as host:port, such as mail.example.org:25.");
    }
}
