namespace OneFlight.Storage.Tenancy;

/// <summary>The spaceflight operator whose data a row is. Everything kept belongs to exactly one.</summary>
public readonly record struct OperatorId(string Value) { public override string ToString() => Value; }
