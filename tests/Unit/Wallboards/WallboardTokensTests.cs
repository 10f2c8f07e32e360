using System.Security.Claims;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Wallboard.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Wallboards;

public sealed class WallboardTokensTests : IAsyncLifetime
{
    private static readonly ClaimsPrincipal Admin = User(Roles.Admin);

    private Spine _spine = null!;

    private WallboardTokens Tokens => _spine.Services.GetRequiredService<WallboardTokens>();

    [Fact]
    public async Task Create_KeepsOnlyTheHash()
    {
        var text = await CreateAsync("North wall");

        var token = await _spine.ReadAsync(db => db.WallboardTokens.SingleAsync());
        var secret = WallboardSecret.Read(text)!;
        Assert.Equal(("North wall", "Thandi", secret.Id), (token.Name, token.CreatedBy, token.Id));
        Assert.Equal(secret.Hash, token.Hash);
        Assert.Equal(48, text.Length * 3 / 4);
        Assert.DoesNotContain(_spine.Logs.Lines, line => line.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_OfItsText_ProvesItAndNotesTheUseNowAndThen()
    {
        var text = await CreateAsync();
        var first = _spine.Time.GetUtcNow();

        Assert.NotNull(await CheckAsync(text));
        _spine.Time.Advance(WallboardTokens.UseInterval - TimeSpan.FromSeconds(1));
        Assert.NotNull(await CheckAsync(text));
        Assert.Equal(first, await UsedAsync());
        _spine.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await CheckAsync(text));

        Assert.Equal(first + WallboardTokens.UseInterval, await UsedAsync());
    }

    [Fact]
    public async Task Check_OfAnythingElse_ProvesNothing()
    {
        var text = await CreateAsync();
        var other = WallboardSecret.Create();

        Assert.Null(await CheckAsync(null));
        Assert.Null(await CheckAsync(""));
        Assert.Null(await CheckAsync(new string('!', text.Length)));
        Assert.Null(await CheckAsync(other.Text));
        Assert.Null(await CheckAsync(text[..^1]));
        // the right id with another secret
        Assert.Null(await CheckAsync(text[..22] + other.Text[22..]));
        Assert.Null(await UsedAsync());
    }

    [Fact]
    public async Task Revoke_EndsItForGood()
    {
        var text = await CreateAsync();
        var id = WallboardSecret.Read(text)!.Id;

        Assert.True(await Tokens.RevokeAsync(id, Admin, CancellationToken.None));

        Assert.Null(await CheckAsync(text));
        Assert.False(await Tokens.RevokeAsync(id, Admin, CancellationToken.None));
        Assert.NotNull((await Tokens.ListAsync(CancellationToken.None)).Single().RevokedAt);
    }

    [Fact]
    public async Task Create_BeyondTheMost_IsRefusedUntilOneIsRevoked()
    {
        var texts = new List<string>();
        for (var i = 0; i < WallboardTokens.MostInUse; i++)
            texts.Add(await CreateAsync());

        Assert.Null(await Tokens.CreateAsync("One more", Admin, CancellationToken.None));
        await Tokens.RevokeAsync(WallboardSecret.Read(texts[0])!.Id, Admin, CancellationToken.None);

        Assert.NotNull(await Tokens.CreateAsync("One more", Admin, CancellationToken.None));
    }

    [Theory]
    [InlineData(Roles.Dispatcher)]
    [InlineData(Roles.Supervisor)]
    public async Task CreateAndRevoke_ByOthersThanAnAdmin_AreRefused(string role)
    {
        var id = WallboardSecret.Read(await CreateAsync())!.Id;

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Tokens.CreateAsync("Mine", User(role), CancellationToken.None));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Tokens.RevokeAsync(id, User(role), CancellationToken.None));

        Assert.Null((await Tokens.ListAsync(CancellationToken.None)).Single().RevokedAt);
    }

    public async Task InitializeAsync() => _spine = await Spine.StartAsync(more: services => services.AddSingleton<WallboardTokens>());

    public async Task DisposeAsync() => await _spine.DisposeAsync();

    private static ClaimsPrincipal User(string role) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, "u1"), new Claim(ClaimTypes.Name, "Thandi"), new Claim(ClaimTypes.Role, role)], "test"));

    private async Task<string> CreateAsync(string name = "Wall") => (await Tokens.CreateAsync(name, Admin, CancellationToken.None))!;

    private Task<Guid?> CheckAsync(string? text) => Tokens.CheckAsync(text, CancellationToken.None);

    private Task<DateTimeOffset?> UsedAsync() => _spine.ReadAsync(db => db.WallboardTokens.Select(token => token.LastUsedAt).SingleAsync());
}
