using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Medical;
using OneFlight.Operations.People;

namespace OneFlight.Tests.Medical;

public class MedicalDecisionTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 2, 18, 14, 32);
    private static readonly PersonId Ada = new("ada");
    private static readonly HashSet<string> Measures = ["M03"];

    private static MedicalFile File(params ILogEvent[] events) =>
        MedicalFile.Of([.. events.Select((e, i) => new LogEntry(Compartment.Medical, "medical/ada", i + 1, Now, Now, "surgeon", e, "", ""))]);

    private static Operations.People.Clearance? Clear(MedicalFile file, Fitness fitness, int days, out string[] codes, params string[] limits)
    {
        var result = MedicalDecisions.Clear(file, Ada, "c1", fitness, days == 0 ? null : Now + Duration.FromDays(days), [.. limits], Now);
        codes = [.. result.Problems.Select(p => p.Code)];
        return result.Succeeded ? result.Value : null;
    }

    [Fact]
    public void An_open_finding_forbids_to_say_fit_and_a_disposition_allows_it()
    {
        Assert.Null(Clear(File(new MedicalFinding("f1", "x")), Fitness.Fit, 60, out var codes));
        Assert.Equal(["open-finding"], codes);
        Assert.Null(Clear(File(new MedicalFinding("f1", "x"), new MedicalDisposition("f1", "deferred", "later")), Fitness.Fit, 60, out _));
        Assert.NotNull(Clear(File(new MedicalFinding("f1", "x"), new MedicalDisposition("f1", "cleared", "nothing")), Fitness.Fit, 60, out _));
        Assert.NotNull(Clear(File(new MedicalFinding("f1", "x")), Fitness.NotFit, 0, out _));
    }

    [Fact]
    public void A_withdrawn_authorization_leaves_only_unknown_until_it_is_given_anew()
    {
        var withdrawn = new ILogEvent[] { new MedicalAuthorizationGiven("a"), new MedicalAuthorizationWithdrawn("b") };
        Assert.Null(Clear(File(withdrawn), Fitness.Fit, 60, out var codes));
        Assert.Equal(["authorization-withdrawn"], codes);
        Assert.Equal(Fitness.Unknown, Clear(File(withdrawn), Fitness.Unknown, 0, out _)!.Fitness);
        Assert.NotNull(Clear(File([.. withdrawn, new MedicalAuthorizationGiven("c")]), Fitness.Fit, 60, out _));
    }

    [Fact]
    public void Only_limits_of_the_list_may_pass_to_the_other_side()
    {
        Assert.Null(Clear(File(), Fitness.FitWithLimits, 60, out var codes, "a heart that skips"));
        Assert.Equal(["limit-not-in-list"], codes);
        Assert.Equal(["no spacewalk"], Clear(File(), Fitness.FitWithLimits, 60, out _, "no spacewalk")!.Limits);
        Clear(File(), Fitness.FitWithLimits, 60, out codes);
        Assert.Equal(["no-limit"], codes);
        Clear(File(), Fitness.Fit, 0, out codes);
        Assert.Equal(["no-end"], codes);
        Clear(File(), Fitness.Fit, -3, out codes);
        Assert.Equal(["ends-in-the-past"], codes);
    }

    [Fact]
    public void No_problem_repeats_what_was_written()
    {
        const string secret = "a murmur over the third rib";
        foreach (var kind in MedicalDecisions.Kinds.Add(secret))
        {
            var result = MedicalDecisions.Write(File(), new(kind, secret, secret, new string('x', 5000) + secret, null), Measures, "surgeon", Now);
            Assert.False(result.Succeeded);
            Assert.All(result.Problems, p => Assert.DoesNotContain("murmur", p.ToString(), StringComparison.Ordinal));
        }
        var limits = MedicalDecisions.Clear(File(), Ada, "c1", Fitness.FitWithLimits, Now + Duration.FromDays(1), [secret], Now);
        Assert.All(limits.Problems, p => Assert.DoesNotContain("murmur", p.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_finding_is_numbered_in_its_file_and_a_waiver_names_one()
    {
        var file = File(new MedicalFinding("f1", "x"));
        Assert.Equal("f2", ((MedicalFinding)MedicalDecisions.Write(file, new("finding", "", "", "y", null), Measures, "s", Now).Value[0].Event).Finding);
        Assert.Equal("unknown-finding", Assert.Single(MedicalDecisions.Write(file, new("waiver", "f9", "", "y", Now + Duration.FromDays(2)), Measures, "s", Now).Problems).Code);
        Assert.Equal("no-end", Assert.Single(MedicalDecisions.Write(file, new("waiver", "f1", "", "y", Now), Measures, "s", Now).Problems).Code);
    }

    [Fact]
    public void A_clearance_supersedes_the_last_of_the_same_person_only()
    {
        Operations.People.Clearance Token(string id, string person) => new(id, new(person), Fitness.Fit, Now, Now, []);
        Assert.Equal(["b", "c"], MedicalDecisions.Supersede([Token("a", "ada"), Token("b", "bob")], Token("c", "ada")).Select(c => c.Id));
    }

    [Fact]
    public void The_other_side_has_no_place_for_a_finding()
    {
        // Text on the mission side: ids, words of a fixed list and evidence of training. Whoever adds a text field here asks the surgeon first.
        Assert.Equal(["EqualityContract", "Fitness", "Id", "IssuedAt", "Limits", "Person", "Until"],
            typeof(Operations.People.Clearance).GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic).Select(p => p.Name).Order(StringComparer.Ordinal));
        var reachable = new HashSet<Type>();
        Visit(typeof(Campaign));
        Assert.DoesNotContain(reachable, t => t.Namespace == typeof(MedicalFile).Namespace);

        void Visit(Type type)
        {
            foreach (var part in type.IsGenericType ? type.GetGenericArguments() : [])
                Visit(part);
            if (type.Assembly != typeof(Campaign).Assembly || !reachable.Add(type)) return;
            foreach (var property in type.GetProperties()) Visit(property.PropertyType);
        }
    }
}
