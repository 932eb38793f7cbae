using System.Reflection;
using System.Text.Json.Nodes;

namespace OneFlight.Operations.Exchange.Json.Forms;

/// <summary>Quantities of <c>Primitives</c>, made by <c>FromUNIT</c> and read by <c>UNIT</c>: the number, in a field whose name says the unit.</summary>
internal static class Quantities
{
    /// <summary>Null: not the type of a quantity.</summary>
    public static ValueForm? Of(Type type) =>
        type.IsValueType && type.GetMethods(BindingFlags.Public | BindingFlags.Static).FirstOrDefault(m => MakesFrom(type, m) is not null) is { } make
            ? new QuantityForm(make, MakesFrom(type, make)!)
            : null;

    private static PropertyInfo? MakesFrom(Type type, MethodInfo method) =>
        method.Name.StartsWith("From", StringComparison.Ordinal) && method.ReturnType == type && method.GetParameters() is [{ ParameterType: var one }] && one == typeof(double)
            ? type.GetProperty(method.Name["From".Length..])
            : null;

    private sealed class QuantityForm(MethodInfo make, PropertyInfo figure) : ValueForm
    {
        private readonly string words = string.Concat(figure.Name.Select((c, i) => char.IsUpper(c) && i > 0 ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

        public override string Unit => figure.Name == "Kilograms" ? "Kg" : figure.Name;

        public override object? Read(FileReading reading, int node)
        {
            if (reading.Number(node, double.MinValue, double.MaxValue, $"{words}, such as 12.5") is not { } number) return null;
            try
            {
                return make.Invoke(null, [number]);
            }
            catch (TargetInvocationException refused) when (refused.InnerException is ArgumentException)
            {
                reading.OutOfRange(node, $"{words} that can be, such as 12.5");
                return null;
            }
        }

        public override void Write(FieldWriter json, object value) => json.NumberValue((double)figure.GetValue(value)!);

        public override JsonObject Schema(SchemaParts parts) => new() { ["description"] = char.ToUpperInvariant(words[0]) + words[1..] + ".", ["type"] = "number" };
    }
}
