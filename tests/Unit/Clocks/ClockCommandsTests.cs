using AuraConsole.Unit.BoardPages;
using AuraConsole.Unit.Sites;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Clocks;
using AuraConsole.Web.Live.Clocks;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Clocks;

public sealed class ClockCommandsTests : IAsyncLifetime
{
    private Spine _spine = null!;

    private ClockCommands Commands => _spine.Services.GetRequiredService<ClockCommands>();

    private StageClocks Clocks => _spine.Services.GetRequiredService<StageClocks>();

    public async Task InitializeAsync()
    {
        _spine = await Spine.StartAsync(more: services => services.AddClocks());
        await _spine.RunAsync<ClockStartup>();
    }

    public async Task DisposeAsync() => await _spine.DisposeAsync();

    [Fact]
    public async Task Start_WithAnEmptyTable_ShipsThreePresetsOnce()
    {
        await _spine.RunAsync<ClockStartup>();

        var presets = await Commands.PresetsAsync(CancellationToken.None);

        Assert.Equal(["EN 50518 style", "NENA style", "NFPA style"], presets.Select(preset => preset.Name));
        Assert.Equal("EN 50518 style", Assert.Single(presets, preset => preset.IsDefault).Name);
        Assert.All(presets, preset => Assert.Matches("^[STU][.:]", preset.Confidence));
        Assert.Equal(TimeSpan.FromSeconds(60), Clocks.Now.For(Rows.Of(1))[ClockPhase.Claim].Breach);
    }

    [Fact]
    public async Task Save_AChange_IsGoneByAtOnce()
    {
        var preset = await PresetAsync("EN 50518 style");
        var input = PresetInput.Of(preset);
        input.Breaches[(int)ClockPhase.Arrive] = "900";

        var result = await Commands.SaveAsync(preset.Id, preset.Version, input, SitesHouse.Admin, CancellationToken.None);

        Assert.Equal(ClockOutcome.Done, result.Outcome);
        Assert.Equal(TimeSpan.FromMinutes(15), Clocks.Now.For(Rows.Of(1))[ClockPhase.Arrive].Breach);
    }

    [Fact]
    public async Task Save_AfterAnotherAdmin_IsAConflictWithTheirValues()
    {
        var preset = await PresetAsync("NENA style");
        var (first, second) = (PresetInput.Of(preset), PresetInput.Of(preset));
        (first.Name, second.Name) = ("First", "Second");
        await Commands.SaveAsync(preset.Id, preset.Version, first, SitesHouse.Admin, CancellationToken.None);

        var result = await Commands.SaveAsync(preset.Id, preset.Version, second, SitesHouse.Admin, CancellationToken.None);

        Assert.Equal((ClockOutcome.ChangedMeanwhile, "First"), (result.Outcome, result.Preset!.Name));
        Assert.Equal(ClockOutcome.Done, (await Commands.SaveAsync(preset.Id, result.Preset.Version, second, SitesHouse.Admin, CancellationToken.None)).Outcome);
    }

    [Fact]
    public async Task Save_ANewDefault_ReplacesTheOld()
    {
        var input = new PresetInput { Name = "Ours", IsDefault = true };

        await Commands.SaveAsync(null, Guid.Empty, input, SitesHouse.Admin, CancellationToken.None);

        Assert.Equal("Ours", Assert.Single(await Commands.PresetsAsync(CancellationToken.None), preset => preset.IsDefault).Name);
        Assert.Equal(ClockOutcome.NameTaken, (await Commands.SaveAsync(null, Guid.Empty, new PresetInput { Name = "OURS" }, SitesHouse.Admin, CancellationToken.None)).Outcome);
    }

    [Fact]
    public async Task Delete_OnlyOfWhatNothingGoesBy()
    {
        var (standard, used, free) = (await PresetAsync("EN 50518 style"), await PresetAsync("NENA style"), await PresetAsync("NFPA style"));
        await AssignAsync("Medical", null, used.Id);

        Assert.Equal(ClockOutcome.InUse, await DeleteAsync(standard));
        Assert.Equal(ClockOutcome.InUse, await DeleteAsync(used));
        Assert.Equal(ClockOutcome.Done, await DeleteAsync(free));
        Assert.Equal(ClockOutcome.Gone, await DeleteAsync(free));
    }

    [Fact]
    public async Task Assign_AResponseType_GoesByItUntilTakenAway()
    {
        var preset = await PresetAsync("NENA style");

        Assert.Equal(ClockOutcome.Done, (await AssignAsync("Medical", null, preset.Id)).Outcome);
        var assigned = Clocks.Now.For(Rows.Of(1) with { ResponseType = "MEDICAL" }).Name;
        Assert.Equal((ClockOutcome.ChangedMeanwhile, (int?)preset.Id), Pair(await AssignAsync("medical", null, null)));
        Assert.Equal(ClockOutcome.Done, (await AssignAsync("Medical", preset.Id, null)).Outcome);

        Assert.Equal("NENA style", assigned);
        Assert.Equal("EN 50518 style", Clocks.Now.For(Rows.Of(1) with { ResponseType = "Medical" }).Name);
    }

    [Fact]
    public async Task Change_ByASupervisor_IsRefused()
    {
        var supervisor = SitesHouse.User(Roles.Supervisor);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Commands.SaveAsync(null, Guid.Empty, new PresetInput { Name = "x" }, supervisor, CancellationToken.None));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Commands.DeleteAsync(1, Guid.Empty, supervisor, CancellationToken.None));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Commands.AssignAsync("x", null, null, 1, supervisor, CancellationToken.None));
    }

    [Theory]
    [InlineData("30", "60", null)]
    [InlineData("", "60", null)]
    [InlineData("30", "", null)]
    [InlineData("60", "60", "Claim-breach")]
    [InlineData("0", "60", "Claim-warning")]
    [InlineData("30", "86401", "Claim-breach")]
    [InlineData("half a minute", "60", "Claim-warning")]
    public void Rules_OfOnePhase_SpeakAtTheField(string warning, string breach, string? field)
    {
        var input = new PresetInput { Name = "x" };
        (input.Warnings[0], input.Breaches[0]) = (warning, breach);

        Assert.Equal(field, PresetRules.Check(input).Keys.SingleOrDefault());
    }

    private static (ClockOutcome, int?) Pair(AssignResult result) => (result.Outcome, result.PresetId);

    private async Task<StageClockPreset> PresetAsync(string name) =>
        (await Commands.PresetsAsync(CancellationToken.None)).Single(preset => preset.Name == name);

    private Task<AssignResult> AssignAsync(string type, int? seen, int? preset) =>
        Commands.AssignAsync(type, null, seen, preset, SitesHouse.Admin, CancellationToken.None);

    private async Task<ClockOutcome> DeleteAsync(StageClockPreset preset) =>
        (await Commands.DeleteAsync(preset.Id, preset.Version, SitesHouse.Admin, CancellationToken.None)).Outcome;
}
