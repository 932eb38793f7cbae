using System.Collections.Immutable;
using System.Text.Json.Nodes;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Exchange.Json;
using OneFlight.Operations.Exchange.Json.Forms;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.Learning;
using OneFlight.Operations.People;
using OneFlight.Operations.Safety;
using OneFlight.Operations.Stewardship;
using OneFlight.Operations.Supply;
using OneFlight.Operations.Training;

namespace OneFlight.Operations.Exchange;

/// <summary>The books of a campaign in its file. A field that is added to one of their records is read and written without a line here.</summary>
internal static class CampaignBooks
{
    private const string Clearances = "clearances";
    private static readonly ListForm<Clearance> clearances = new(Forms.Of<Clearance>());

    /// <summary>In the order in which they are written.</summary>
    private static readonly ImmutableArray<Book> all =
    [
        new("qualifications", Forms.Of<QualificationBook>(), c => c.Qualifications, (c, b) => c with { Qualifications = (QualificationBook)b }),
        new("training", Forms.Of<TrainingBook>(), c => c.Training, (c, b) => c with { Training = (TrainingBook)b }),
        new("safety", Forms.Of<SafetyBook>(), c => c.Safety, (c, b) => c with { Safety = (SafetyBook)b }),
        new("control", Forms.Of<ControlBook>(), c => c.Control, (c, b) => c with { Control = (ControlBook)b }),
        new("supply", Forms.Of<SupplyBook>(), c => c.Supply, (c, b) => c with { Supply = (SupplyBook)b }),
        new("care", Forms.Of<CareBook>(), c => c.Care, (c, b) => c with { Care = (CareBook)b }),
        new("learning", Forms.Of<LearningBook>(), c => c.Learning, (c, b) => c with { Learning = (LearningBook)b }),
    ];

    public static Campaign Read(FieldReader fields, Campaign campaign)
    {
        if (fields.Find(Clearances) is { } list && clearances.ReadDistinct(fields.Reading, list) is ImmutableArray<Clearance> read) campaign = campaign with { Clearances = read };
        foreach (var book in all)
            if (fields.Find(book.Name) is { } node && book.Form.Read(fields.Reading, node, distinct: true) is { } value) campaign = book.With(campaign, value);
        return campaign;
    }

    public static void Write(FieldWriter json, Campaign campaign)
    {
        if (!clearances.IsNothing(campaign.Clearances))
        {
            json.Name(Clearances);
            clearances.Write(json, campaign.Clearances);
        }
        foreach (var book in all)
        {
            if (book.Form.IsNothing(book.Of(campaign))) continue;
            json.Name(book.Name);
            book.Form.Write(json, book.Of(campaign));
        }
    }

    public static IEnumerable<(string Name, JsonObject Schema)> Schemas(SchemaParts parts) =>
        [(Clearances, clearances.Schema(parts)), .. all.Select(b => (b.Name, b.Form.Schema(parts)))];

    private sealed record Book(string Name, RecordForm Form, Func<Campaign, object> Of, Func<Campaign, object, Campaign> With);
}
