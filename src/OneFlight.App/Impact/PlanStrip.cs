using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Drafts;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.App.Impact;

/// <summary>The draft drawn beside the plan before it: solid is the draft, the outline is what it was.</summary>
/// <param name="NowX">Where "now" stands; null: outside.</param>
public sealed record PlanStrip(ImmutableArray<StripLane> Lanes, ImmutableArray<StripTick> Ticks, double? NowX, double Height, string Span, int LeftOut)
{
    public const double Width = 1180, Left = 190, Right = 10, Top = 22, LaneHeight = 32;
    private const int MostFlights = 8, MostActivities = 3;

    public static PlanStrip Of(OpenCampaign open, Option option, Instant now)
    {
        var moved = option.Impact.Touched.Where(t => t.Thing.Kind == FlightKinds.Flight).Select(t => new FlightId(t.Thing.Id)).ToList();
        var after = option.Plan.Flights.ToDictionary(f => f.Id);
        var pairs = moved
            .Select(id => new Pair(open.Index.Flights.GetValueOrDefault(id), after.GetValueOrDefault(id)))
            .Where(p => p.Before?.Plan is not null || p.After?.Plan is not null)
            .OrderBy(p => p.Start).ToList();
        if (pairs.Count == 0) return new([], [], null, 0, "", 0);

        // Details for the flight that the change is about: the one nearest to it that stood before and still stands.
        var near = moved.Select(id => pairs.Find(p => p.Before?.Id == id)).FirstOrDefault(p => p is { Before.Plan: not null, After.Plan: not null }) ?? pairs[0];
        var others = pairs.Where(p => p != near).Take(MostFlights - 1);
        var drafts = others.Append(near).OrderBy(p => p == near ? Instant.MinValue : p.Start).SelectMany(p => LanesOf(open, p, details: p == near)).ToList();
        var bars = drafts.SelectMany(d => new[] { d.Was, d.Is }).OfType<Interval>().ToList();
        var (from, to) = (bars.Min(b => b.Start), bars.Max(b => b.End));
        var margin = Duration.Max(Duration.FromHours(6), (to - from) * 0.04);
        var scale = new Scale(from - margin, to + margin * 3);
        var lanes = drafts.Select((d, i) => d.On(scale, Top + i * LaneHeight)).ToImmutableArray();
        return new(lanes, scale.Ticks(), scale.Has(now) ? scale.X(now) : null, Top + lanes.Length * LaneHeight + 6,
            $"{Say.Day(scale.From)} to {Say.Day(scale.To)}, UTC", Math.Max(0, pairs.Count - MostFlights));
    }

    private static IEnumerable<LaneDraft> LanesOf(OpenCampaign open, Pair pair, bool details)
    {
        var (was, now) = (pair.Before?.Plan, pair.After?.Plan);
        var name = (pair.After ?? pair.Before)!.Name;
        yield return new(name, Flown(was), Flown(now), Moved(was?.Launch, now?.Launch, now),
            now is null ? "not planned" : open.Index.NameOf(now.Vehicle) + (was is not null && was.Vehicle != now.Vehicle ? $" (was {open.Index.NameOf(was.Vehicle)})" : ""), "vehicle");
        if (!details) yield break;

        if (now?.Pad is { } pad && open.Index.Pads.TryGetValue(pad, out var site))
            yield return new(site.Name, Hold(open, was), new Interval(now.Launch - site.Before, now.Launch + site.After), Moved(was?.Launch, now.Launch, now) + ", " + Say.Short(now.Launch), "", "pad");
        foreach (var (stay, i) in (now?.Stays ?? []).Select((s, i) => (s, i)))
        {
            var old = was is { } plan && plan.Stays.Length > i ? plan.Stays[i] : null;
            yield return new(open.Index.NameOf(stay.Port), Docked(old), Docked(stay), "", stay.To is { } left ? $"docked {Say.Span(left - stay.From)}" : "docked", "port");
        }
        foreach (var activity in MovedActivities(open, pair)) yield return activity;
    }

    private static IEnumerable<LaneDraft> MovedActivities(OpenCampaign open, Pair pair)
    {
        if (pair is not { Before: { Plan: { } was } before, After.Plan: { } now }) return [];
        var around = Duration.FromDays(35);
        var old = was.Activities.ToDictionary(a => a.Id);
        return now.Activities
            .Where(a => old.TryGetValue(a.Id, out var o) && o.Start != a.Start && a.End > a.Start
                && a.Start > now.Launch - around && a.End < (now.End ?? now.Launch) + around)
            .OrderByDescending(a => a.End - a.Start).Take(MostActivities).OrderBy(a => a.Start)
            .Select(a => new LaneDraft(open.Index.TemplateOf(before, a.Id) is { } named ? Say.Brief(named.Name) : a.Id.Value, new Interval(old[a.Id].Start, old[a.Id].End), new Interval(a.Start, a.End),
                Say.Moved(a.Start - old[a.Id].Start), open.Index.TemplateOf(before, a.Id) is { } t ? ActivityWords(t.OnSlip) : "", "activity"));
    }

    private static string ActivityWords(SlipBehavior behavior) => App.Flights.ActivityRow.InWords(behavior);

    private static Interval? Flown(FlightPlan? plan) => plan is null ? null : new(plan.Launch, plan.End ?? plan.Departure ?? plan.Launch + Duration.FromDays(10));

    private static Interval? Docked(PortStay? stay) => stay is null ? null : new(stay.From, stay.To ?? stay.From + Duration.FromDays(10));

    private static Interval? Hold(OpenCampaign open, FlightPlan? plan) =>
        plan?.Pad is { } pad && open.Index.Pads.TryGetValue(pad, out var site) ? new(plan.Launch - site.Before, plan.Launch + site.After) : null;

    private static string Moved(Instant? was, Instant? now, FlightPlan? plan) =>
        plan is null ? "taken out" : was is { } a && now is { } b ? (a == b ? "same liftoff" : Say.Moved(b - a)) : "new";

    private sealed record Pair(Flight? Before, Flight? After)
    {
        public Instant Start => Before?.Plan?.Launch ?? After?.Plan?.Launch ?? Instant.MaxValue;
    }
}

/// <summary>One lane: the name, the outline of what was, the bar of what is drafted.</summary>
public sealed record StripLane(string Name, double Y, StripBar? Was, StripBar? Is, string Text, bool TextInside, double TextX, string Label, double LabelX, string Kind);

/// <summary>A bar's place across.</summary>
public sealed record StripBar(double X, double Width);

/// <summary>A date on the axis.</summary>
public sealed record StripTick(double X, string Text);

internal sealed record LaneDraft(string Name, Interval? Was, Interval? Is, string Label, string Text, string Kind)
{
    private const double PixelsPerLetter = 6.1;

    public StripLane On(Scale scale, double y)
    {
        var bar = Is is { } now ? new StripBar(scale.X(now.Start), Math.Max(3, scale.X(now.End) - scale.X(now.Start))) : null;
        var ghost = Was is { } was ? new StripBar(scale.X(was.Start), Math.Max(3, scale.X(was.End) - scale.X(was.Start))) : null;
        var shown = bar ?? ghost ?? new StripBar(PlanStrip.Left, 0);
        var inside = bar is not null && Text.Length * PixelsPerLetter + 12 < bar.Width;
        var right = Math.Max(shown.X + shown.Width, ghost is null ? 0 : ghost.X + ghost.Width) + 6;
        var label = inside || Text.Length == 0 ? Label : $"{Label} · {Text}".TrimStart(' ', '·');
        // At the right edge there is no room behind the bar, so the label goes before it.
        var left = Math.Min(shown.X, ghost?.X ?? double.MaxValue);
        if (right + label.Length * PixelsPerLetter > PlanStrip.Width) right = Math.Max(PlanStrip.Left, left - 6 - label.Length * PixelsPerLetter);
        return new(Name, y, ghost, bar, inside ? Text : "", inside, shown.X + 8, label, right, Kind);
    }
}

internal sealed record Scale(Instant From, Instant To)
{
    private static readonly int[] steps = [1, 2, 7, 14, 28, 56, 91, 182, 364];

    public double X(Instant at) => Math.Round(PlanStrip.Left + (at - From).TotalDays / (To - From).TotalDays * (PlanStrip.Width - PlanStrip.Left - PlanStrip.Right), 1);

    public bool Has(Instant at) => at >= From && at < To;

    public ImmutableArray<StripTick> Ticks()
    {
        var days = (To - From).TotalDays;
        var step = steps.FirstOrDefault(s => days / s <= 9, 728);
        var first = From.InUtc().Date.PlusDays(1);
        return [.. Enumerable.Range(0, (int)(days / step) + 1)
            .Select(i => first.PlusDays(i * step).AtMidnight().InUtc().ToInstant())
            .Where(t => t < To && X(t) < PlanStrip.Width - 40)
            .Select(t => new StripTick(X(t), days > 400 ? t.ToString("MMM uuuu", System.Globalization.CultureInfo.InvariantCulture) : t.ToString("d MMM", System.Globalization.CultureInfo.InvariantCulture)))];
    }
}
