using System.Collections.Immutable;
using NodaTime;

namespace OneFlight.App.Portal;

/// <summary>Where on a customer's page a section stands.</summary>
public enum PortalPlace
{
    /// <summary>What is asked of them: consents, tasks, surveys.</summary>
    ToDo,

    /// <summary>Where the flight is.</summary>
    Follow,

    /// <summary>What lies ahead of them, in time.</summary>
    Ahead,

    /// <summary>Their things: samples, items, requests.</summary>
    Things,

    /// <summary>What was agreed: promises, payments, commitments.</summary>
    Agreed,

    /// <summary>How they want it: family, calendar.</summary>
    Settings,
}

/// <summary>How a line of a customer's page stands: a shape, a color and a word.</summary>
public enum PortalMark { None, Done, Waiting, Care, Trouble, Unknown }

/// <summary>A part of a customer's page. Whatever a capability puts here is read by someone outside: their own things only, in plain words,
/// silent persons by their alias, nothing of a closed compartment.</summary>
/// <param name="Key">Unique on the page; its anchor.</param>
public sealed record PortalSection(string Key, string Title, PortalPlace Place, ImmutableArray<PortalLine> Lines)
{
    /// <summary>One quiet sentence under the title.</summary>
    public string? Intro { get; init; }

    /// <summary>Many lines that matter less stand closed under these words; null: all are open.</summary>
    public string? Folded { get; init; }
}

/// <summary>One thing of a section.</summary>
/// <param name="At">Shown in the reader's own time.</param>
/// <param name="Word">Beside the mark; empty with <see cref="PortalMark.None"/>.</param>
public sealed record PortalLine(string Text, string? Note = null, Instant? At = null, PortalMark Mark = PortalMark.None, string Word = "")
{
    public ImmutableArray<PortalAct> Acts { get => field.IsDefault ? [] : field; init; }
}

/// <summary>Something that the reader can do: a link, or a form that is sent.</summary>
/// <param name="Sent">True: posted, with <paramref name="Fields"/>.</param>
public sealed record PortalAct(string Label, string Path, bool Sent, ImmutableArray<PortalField> Fields)
{
    /// <summary>The one that is most wanted.</summary>
    public bool First { get; init; }

    public static PortalAct Link(string label, string path) => new(label, path, false, []);
}

/// <param name="Label">Null: not shown, sent as it stands.</param>
/// <param name="Choices">Not empty: one of these.</param>
/// <param name="Ticked">Not null: a box, ticked or not.</param>
public sealed record PortalField(string Name, string Value, string? Label = null, ImmutableArray<string> Choices = default, bool? Ticked = null, bool Needed = false);
