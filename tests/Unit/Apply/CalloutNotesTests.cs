using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Apply;

public sealed class CalloutNotesTests : IAsyncLifetime
{
    private static readonly Operator Anna = new("a", "Anna");

    private Spine _spine = null!;

    private CalloutNotes Notes => _spine.Services.GetRequiredService<CalloutNotes>();

    public async Task InitializeAsync()
    {
        _spine = await Spine.StartAsync();
        await Given.ReadingAsync(_spine, new AuraCallout { Id = 7, Status = "created" });
    }

    public async Task DisposeAsync() => await _spine.DisposeAsync();

    [Fact]
    public async Task Note_OfACallout_IsItsLastEntry()
    {
        Assert.True(await Notes.AddAsync(7, "  Gate code is with the neighbour ", Anna, CancellationToken.None));

        var last = (await _spine.CalloutAsync(7)).Entries[^1];
        Assert.Equal((EntryKind.Note, EntrySource.Operator, "Anna", "Gate code is with the neighbour"), (last.Kind, last.Source, last.By, last.Detail));
        Assert.Equal(("Gate code is with the neighbour", 2), (_spine.Board.Now.Find(7)!.LastEntryDetail, _spine.Board.Now.Find(7)!.Version));
    }

    [Fact]
    public async Task Note_OfAnUnknownCallout_IsRefused() =>
        Assert.False(await Notes.AddAsync(404, "lost", Anna, CancellationToken.None));

    [Theory]
    [InlineData(0)]
    [InlineData(CalloutNotes.TextLength + 1)]
    public async Task Note_BlankOrTooLong_IsRefused(int length)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Notes.AddAsync(7, new string('x', length), Anna, CancellationToken.None));

        Assert.DoesNotContain((await _spine.CalloutAsync(7)).Entries, entry => entry.Kind == EntryKind.Note);
    }
}
