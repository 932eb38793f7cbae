namespace OneFlight.App.Tests.Browser;

/// <summary>Launch day, the flight, the return and what comes after.</summary>
public sealed partial class StoryWalkTests
{
    private static readonly string[] Voters = ["Planner", "Safety", "Surgeon", "Training", "Logistics", "Executive", "FlightDirector"];

    private static async Task LaunchDay(Walk walk)
    {
        var control = $"{FlightPath(4)}/control";
        await walk.As("FlightDirector");
        await walk.Open(control, "Launch and flight");
        await walk.Post("/control/poll", "Go to proceed with the count?", ("question", "Go to proceed with the count?"));
        foreach (var role in Voters)
        {
            await walk.As(role);
            await walk.Open(control, "Your seat");
            var form = walk.Page.Locator(".own-seat form").First;
            await walk.Post(form, form.Locator("button[value=Go]"));
            await walk.Keep($"vote-{role}");
        }
        await walk.Open(control, "Close the poll");
        await walk.Post("/close-poll", "no poll is open");
        await walk.Post("/hold", "holds", ("reason", "Field mills near their limit"));
        await walk.Post("/release", "Launch and flight");
        await walk.Post("/scrub", "A scrub is not a new date", ("cause", "weather"), ("reason", "No thirty quiet minutes left"));

        await walk.As("Family", "s04-family");
        await walk.Open("/portal", "Demonstration: you are signed in as");
    }

    private static async Task Flight(Walk walk)
    {
        var control = $"{FlightPath(3)}/control";
        await walk.As("FlightDirector");
        await walk.Open(control, "Protected time");
        await walk.Post("/control/ask", "May we see the river once more?", ("from", "Guest Bracken"), ("wish", "May we see the river once more?"));
        var row = walk.Page.Locator(".row.request", new() { HasText = "May we see the river once more?" });
        await walk.Post(row.Locator("form[action$='/take']"), row.Locator("form[action$='/take'] button"));
        await walk.Post(row.Locator("form[action$='/answer']"), row.Locator("form[action$='/answer'] button"), ("answer", "Yes, tomorrow on the third orbit"));
        await walk.Says("Yes, tomorrow on the third orbit");
        await walk.Keep("answered");

        await walk.As("Safety");
        await walk.Open($"{Year}/mishaps", "Report something");
        await walk.Post("/mishaps", "Tether clip found open", ("title", "Tether clip found open"), ("what", "A tether clip was found open before the hatch was closed."),
            ("flight", Id(3)), ("happened", "2027-02-18T12:00"), ("known", "2027-02-18T13:00"));
    }

    private static async Task After(Walk walk)
    {
        await walk.As("Logistics");
        await walk.Open($"{Year}/cargo/CYGNET-02-S1", "Recovery cold team");
        await walk.Post("/temperatures", "3999", ("logger", "logger 3999"), ("csv", "at,celsius\n2027-02-18T13:00:00Z,-80.1\n2027-02-18T14:00:00Z,-79.9"));
        await walk.As("Laboratory");
        await walk.Open("/portal", "Your missions");

        await walk.As("Steward", "s02-steward");
        await walk.Open($"{Year}/care", "called");
        await Call(walk);

        await walk.As("Steward", "s01-steward");
        await walk.Open($"{FlightPath(1)}/outcome", "They may disagree, and both stand.");
        await walk.Open($"{FlightPath(2)}/outcome", "They may disagree, and both stand.");
        await walk.Post("/outcome/customer", "It was quiet", ("words", "It was quiet. I would go again."), ("givenBy", "Guest"), ("form", "Spoken"), ("witness", "Head of the family office"));

        await walk.As("FlightDirector");
        await walk.Open($"{Year}/lessons", "Propose a lesson");
        await walk.Post("/lessons", "Pack the spare tow line", ("title", "Pack the spare tow line"), ("what", "The tow line parted and no spare was at hand."), ("wanted", "The recovery list names a spare line."));

        await walk.As("Executive");
        await walk.Open($"{Year}/performance", "What we can show, and what we cannot yet");
        var figure = await walk.Page.Locator($"main a[href^='{Year}/performance/']").First.GetAttributeAsync("href");
        await walk.Open(figure!, ":");
        Assert.True(await walk.Page.Locator("main tbody tr, main .row").CountAsync() > 0);
    }

    private static async Task Call(Walk walk)
    {
        var form = walk.Page.Locator("form[action$='/care/called']").First;
        await walk.Post(form, form.Locator("button[value=true]"));
        await walk.Says("called");
        await walk.Keep("reached");
    }
}
