using System.Reflection;

namespace OneFlight.Operations.Exchange.Json.Forms;

/// <summary>One field of a record: a parameter of its constructor, or a property that is only set when it is made.</summary>
/// <param name="Name">In the file.</param>
/// <param name="Position">Among the parameters of the constructor; null: a property set afterwards.</param>
/// <param name="MayBeNull">Null and left out are the same.</param>
/// <param name="Default">What a left-out field means; null: it is required, or may be null.</param>
/// <param name="Kept">True: left out, it stays as the record sets it itself.</param>
internal sealed record RecordField(string Name, ValueForm Form, PropertyInfo Property, int? Position, bool MayBeNull, object? Default, bool Kept)
{
    public bool Required => !MayBeNull && Default is null && !Kept;

    public object? Get(object record) => Property.GetValue(record);

    /// <summary>True when the value is what a left-out field means.</summary>
    public bool LeftOut(object? value) =>
        value is null || (!Kept && Default is not null && (Form.IsNothing(Default) ? Form.IsNothing(value) : value.Equals(Default)));

    public static RecordField Of(PropertyInfo property, ParameterInfo? parameter, NullabilityInfoContext nullability)
    {
        var form = Forms.Of(property.PropertyType, property.Name);
        var mayBeNull = nullability.Create(property).ReadState == NullabilityState.Nullable;
        var standard = parameter is { HasDefaultValue: true } ? parameter.DefaultValue ?? Zero(property.PropertyType) : null;
        if (mayBeNull && standard is not null && form.Nothing is null)
            throw new NotSupportedException($"{property.DeclaringType}.{property.Name} means {standard} when it is left out, and may be null: a file could not tell them apart.");
        var required = property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null;
        var kept = parameter is null && !required && !mayBeNull && form.Nothing is null;
        return new(Camel(property.Name) + form.Unit, form, property, parameter?.Position, mayBeNull, mayBeNull ? null : standard is null || form.IsNothing(standard) ? form.Nothing ?? standard : standard, kept);
    }

    private static object? Zero(Type type) => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type) : null;

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
