using System.Net;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using AuraConsole.Web.Reconciliation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Hosting;

public sealed class SessionLifeTests
{
    private const string Alive = "/account/alive";

    [Fact]
    public async Task Cookie_InUse_SlidesButDiesADayAfterSignIn()
    {
        var clock = new ManualTimeProvider();
        await using var console = new ConsoleFactory();
        await using var timed = console.WithWebHostBuilder(builder =>
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(clock);
                // a day of pulses and polls has nothing to do with a cookie
                foreach (var worker in services.Where(service => service.ImplementationType == typeof(BoardPulse)
                    || service.ImplementationType == typeof(ActiveCalloutPoller)).ToList())
                {
                    services.Remove(worker);
                }
            }));
        var browser = timed.CreateClient();
        await browser.SignInAsync();

        var answers = new List<HttpStatusCode>();
        foreach (var hours in new[] { 0, 11, 11, 3 })
        {
            clock.Advance(TimeSpan.FromHours(hours));
            answers.Add((await browser.GetAsync(Alive)).StatusCode);
        }

        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.NoContent, HttpStatusCode.NoContent, HttpStatusCode.Unauthorized], answers);
    }

    [Fact]
    public async Task Cookie_SecurityStampChanged_EndsWithinAMinute()
    {
        var clock = new ManualTimeProvider();
        await using var console = new ConsoleFactory();
        await using var timed = console.WithWebHostBuilder(builder =>
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock)));
        var browser = timed.CreateClient();
        await browser.SignInAsync();
        var before = await browser.GetAsync(Alive);
        await using (var scope = timed.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<ConsoleUser>>();
            await users.UpdateSecurityStampAsync((await users.FindByEmailAsync("dispatcher@demo.local"))!);
        }

        clock.Advance(TimeSpan.FromSeconds(61));
        var answer = await browser.GetAsync(Alive);

        Assert.Equal(HttpStatusCode.NoContent, before.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
