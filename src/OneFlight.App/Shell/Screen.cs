using Microsoft.AspNetCore.Components;

namespace OneFlight.App.Shell;

/// <summary>A page: its frame and its view, both decided before it renders.</summary>
public abstract class Screen<TView> : ComponentBase
{
    [Parameter, EditorRequired] public required FrameView Frame { get; set; }

    [Parameter, EditorRequired] public required TView View { get; set; }
}
