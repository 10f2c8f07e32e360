using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.SiteCare.Testing;

public enum TestOutcome
{
    Done,
    NoReason,

    /// <summary>A test without an end is a site that nobody hears any more.</summary>
    NoEnd,

    /// <summary>Further away than the policy allows.</summary>
    TooFar,

    /// <summary>Not later than it ends anyway.</summary>
    NotLater,

    /// <summary>It runs already, or somebody changed its end meanwhile.</summary>
    ChangedMeanwhile,

    /// <summary>No such site in service for this user, or the test has ended.</summary>
    Gone,

    /// <summary>Too many run at once.</summary>
    TooMany,
}

/// <param name="Outcome">What came of it.</param>
/// <param name="Now">The test as it stands, where there is one.</param>
public sealed record TestResult(TestOutcome Outcome, SiteTest? Now = null)
{
    public bool IsDone => Outcome == TestOutcome.Done;
}

/// <summary>A line of the list of sites on test.</summary>
/// <param name="Test">With its site.</param>
/// <param name="Callouts">How many came meanwhile.</param>
public sealed record TestLine(SiteTest Test, int Callouts);
