using OneFlight.App.Access;

namespace OneFlight.App.Notices;

/// <summary>By what a person is told from another in the logbook: who wrote a critical notice does not approve it.</summary>
public static class Signature
{
    /// <summary>The name, and what they do. Of someone who does not stand in the campaign the roles tell apart who shares a name, as in the demonstration.</summary>
    public static string Of(Viewer viewer) =>
        viewer.Person is not null || viewer.Name == viewer.RolesInWords ? viewer.Name : $"{viewer.Name}, {viewer.RolesInWords}";
}
