using AuraConsole.Unit.Support;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Data;

public sealed class UserPreferencesTests : IAsyncLifetime
{
    private Spine _spine = default!;

    private UserPreferences Preferences => _spine.Services.GetRequiredService<UserPreferences>();

    public async Task InitializeAsync() => _spine = await Spine.StartAsync(more: services => services.AddSingleton<UserPreferences>());

    public async Task DisposeAsync() => await _spine.DisposeAsync();

    [Fact]
    public async Task Preference_WrittenTwice_IsTheLast()
    {
        await Preferences.WriteAsync("a", UserPreferences.SingleKeys, "off", default);
        await Preferences.WriteAsync("a", UserPreferences.SingleKeys, "on", default);

        Assert.Equal("on", (await Preferences.ReadAsync("a", default))[UserPreferences.SingleKeys]);
        Assert.Equal(1, await _spine.ReadAsync(db => db.UserPreferences.CountAsync()));
    }

    [Fact]
    public async Task Preference_OfAnother_IsNotRead()
    {
        await Preferences.WriteAsync("a", UserPreferences.SingleKeys, "off", default);

        Assert.Empty(await Preferences.ReadAsync("b", default));
    }

    [Fact]
    public async Task Preference_UnknownKey_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Preferences.WriteAsync("a", "anything", "x", default));

    [Fact]
    public async Task Preference_TooLong_IsRefused()
    {
        await Preferences.WriteAsync("a", UserPreferences.Volume, new string('1', UserPreference.ValueLength), default);

        await Assert.ThrowsAsync<ArgumentException>(
            () => Preferences.WriteAsync("a", UserPreferences.Volume, new string('1', UserPreference.ValueLength + 1), default));
    }
}
