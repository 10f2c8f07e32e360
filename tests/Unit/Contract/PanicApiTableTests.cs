namespace AuraConsole.Unit.Contract;

/// <summary>docs/panic-api.md is true and complete, and would be caught if it were not.</summary>
public sealed class PanicApiTableTests
{
    private static readonly string Document =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documents", "panic-api.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Document_AsItStands_TrueAndComplete() => Assert.Empty(PanicApiTable.Problems(Document));

    [Theory]
    [InlineData("`ISitesApi.GetAsync`", "`ISitesApi.FetchAsync`", "ISitesApi.FetchAsync is no method")]
    [InlineData("`ISitesApi.GetAsync`", "`IPlacesApi.GetAsync`", "IPlacesApi.GetAsync is no method")]
    [InlineData("CancelAsync(calloutId, safeCode)", "CancelAsync(calloutId, pin)", "CancelAsync(calloutId, pin) is no method")]
    [InlineData("ICalloutsApi.CancelAsync(calloutId)", "ICalloutsApi.CancelAsync", "or more than one")]
    [InlineData("`GET /panic-api/v2/responseTypes`", "`GET /panic-api/v2/response-types`", "is no route of the simulator")]
    [InlineData("`GET /panic-api/v2/responseTypes`", "`GET /panic-api/v2/rating-items`", "does not go to")]
    [InlineData("`DELETE /panic-api/v2/devices/{deviceId}`", "`POST /panic-api/v2/devices/{deviceId}`", "is no route of the simulator")]
    [InlineData("`RaiseContractTests.RaiseForCustomer_LiveLocation_KeptAndAnswered`", "`RaiseContractTests.Nothing`", "is no contract test")]
    [InlineData("| documented |", "| certain |", "neither documented nor inferred")]
    [InlineData("`POST /panic-api/v2/callouts`", "`GET /panic-api/v2/callouts/{id}`", "left out, but the simulator has it")]
    [InlineData("## Left out", "## Missing", "no section Left out")]
    public void Document_Falsified_Told(string true_, string false_, string problem)
    {
        Assert.Contains(true_, Document, StringComparison.Ordinal);

        var problems = PanicApiTable.Problems(Document.Replace(true_, false_, StringComparison.Ordinal));

        Assert.Contains(problems, told => told.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Document_AnyRowTakenAway_Told()
    {
        var lines = Document.Split('\n');
        var rows = lines.SkipWhile(line => line != "## Operations").TakeWhile(line => line != "## What AURA posts to us")
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToList();

        Assert.True(rows.Count > 40);
        Assert.All(rows, row => Assert.Contains(
            PanicApiTable.Problems(string.Join('\n', lines.Where(line => line != row))),
            told => told.EndsWith("has no row", StringComparison.Ordinal)));
    }
}
