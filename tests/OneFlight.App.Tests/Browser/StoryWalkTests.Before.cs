namespace OneFlight.App.Tests.Browser;

/// <summary>Chapters before the flight: contract, people, medical, training, consent, cargo, readiness.</summary>
public sealed partial class StoryWalkTests
{
    private static async Task Contract(Walk walk)
    {
        await walk.As("Steward", "s10-steward");
        await walk.Open($"{Year}/missions/CYGNET-10-M1", "Who signed for the customer");
        await walk.Post("/criteria/approve", "Success");
        await walk.Post("/contract/sign", "It came in", ("by", "Head of the family office"));
        await walk.Post("/contract/paid", "Payments");
        await walk.Open($"{Year}/accountability?flight={Id(10)}", "exactly one who answers");
        await walk.Post("/accountability/accept", "exactly one who answers");
    }

    private static async Task People(Walk walk)
    {
        await walk.As("Planner");
        await walk.Open($"{FlightPath(9)}/people", "Add a step");
        await walk.Post("/people/select", "Interview held, references read", ("person", "s09-guest"), ("seat", "2"), ("reason", "Interview held, references read"));

        await walk.As("Surgeon");
        await walk.Open($"{Year}/surgeon/s09-guest", "What everyone sees");
        await walk.Post("/clearance", "What everyone sees", ("fitness", "Fit"), ("until", "2027-12-31"));
        await walk.As("Planner");
        await walk.Open($"{FlightPath(9)}/people", "People of CYGNET-09");

        await walk.As("Training");
        await walk.Open($"{FlightPath(8)}/training", "Training for");

        await walk.As("Safety");
        await walk.Open($"{FlightPath(7)}/safety", "Sign in presence of");
        await walk.Post("/safety/consent", "who has consented", ("person", "s07-guest"), ("answer-Q1", "2"), ("answer-Q2", "1"), ("answer-Q3", "0"), ("answer-Q4", "2"),
            ("asked", "Who reads what I sign? — You, your steward and the safety lead."), ("invited", "true"), ("witness", "Steward of CYGNET-07"));
    }

    private static async Task Cargo(Walk walk)
    {
        await walk.As("Logistics");
        await walk.Open($"{FlightPath(6)}/cargo", "Cargo of");
        await walk.Open($"{Year}/cargo/CYGNET-06-S1", "Hand it over");
        await walk.Post("/hand-over", "Turnover facility", ("from", "Tidewater"), ("to", "Logistics"), ("place", "Turnover facility"), ("condition", "Frozen, seal whole"), ("seal", "OF-0641"));
        await walk.Post("/temperatures", "logger 3106", ("logger", "logger 3106"), ("csv", "at,celsius\n2027-02-18T13:00:00Z,-79.1\n2027-02-18T14:00:00Z,-78.5"));
        await walk.Open($"{Year}/stock", "Stock of stations");
    }

    private static async Task Ready(Walk walk)
    {
        await walk.As("Executive");
        await walk.Open($"{FlightPath(5)}/readiness", "Readiness:");
        var paper = await walk.Page.APIRequest.GetAsync($"{FlightPath(5)}/dossier.pdf");
        Assert.Equal((200, "application/pdf"), (paper.Status, paper.Headers["content-type"]));
        await walk.As("Safety");
        await walk.Open($"{Year}/requirements?flight={Id(5)}", "must show");
    }
}
