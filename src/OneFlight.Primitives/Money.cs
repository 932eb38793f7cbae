using System.Globalization;

namespace OneFlight.Primitives;

/// <summary>An amount in one currency, exact to the decimal. Amounts of two currencies are never added.</summary>
public readonly record struct Money : IComparable<Money>
{
    private Money(decimal amount, string currency) => (Amount, Currency) = (amount, currency);

    public decimal Amount { get; }

    /// <summary>Three capital letters as in ISO 4217, such as USD; empty only in the default value, which is nothing of no currency.</summary>
    public string Currency { get => field ?? ""; }

    /// <exception cref="ArgumentException">The currency is not three capital letters.</exception>
    public static Money Of(decimal amount, string currency) => IsCurrency(currency)
        ? new(amount, currency)
        : throw new ArgumentException($"A currency is three capital letters such as USD, not '{currency}'.", nameof(currency));

    /// <summary>Nothing of a currency.</summary>
    public static Money Zero(string currency) => Of(0, currency);

    /// <summary>Reads what <see cref="ToText"/> wrote: "USD 1250000.00"; null when it is not an amount.</summary>
    public static Money? Parse(string text) =>
        text.Split(' ') is [var currency, var amount] && IsCurrency(currency)
        && decimal.TryParse(amount, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read) ? new(read, currency) : null;

    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => new(left.Amount + right.Amount, Same(left, right));

    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) => new(left.Amount - right.Amount, Same(left, right));

    public static Money operator *(Money each, int count) => new(each.Amount * count, each.Currency);

    /// <summary>A share in whole percent, to the hundredth of the currency; half of one goes to the even neighbor.</summary>
    public Money Percent(int percent) => new(Math.Round(Amount * percent / 100m, 2, MidpointRounding.ToEven), Currency);

    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other)
    {
        _ = Same(this, other);
        return Amount.CompareTo(other.Amount);
    }

    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>For storage: "USD 1250000.00".</summary>
    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Currency} {Amount}");

    /// <summary>For people: "USD 1,250,000" or "USD 12.50".</summary>
    public override string ToString() => Currency.Length == 0 ? "nothing"
        : Currency + " " + Amount.ToString(Amount == decimal.Truncate(Amount) ? "#,0" : "#,0.00", CultureInfo.InvariantCulture).Replace('-', '−');

    private static bool IsCurrency(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);

    private static string Same(Money left, Money right) => left.Currency == right.Currency ? left.Currency
        : throw new InvalidOperationException($"{left.ToText()} and {right.ToText()} are of two currencies.");
}
