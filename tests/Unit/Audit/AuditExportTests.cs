using System.Net;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Audit;

public sealed class AuditExportTests(ConsoleFactory console) : IClassFixture<ConsoleFactory>
{
    [Fact]
    public async Task Export_OfAKind_HoldsItAloneWithInertCells_AndIsAudited()
    {
        var log = console.Services.GetRequiredService<AuditLog>();
        await log.WriteAsync(new Operator("u-1", "=cmd()"), new AuditNote("test.formula", "thing:1", "+1+2"), default);
        await log.WriteAsync(new Operator("u-1", "Naledi"), new AuditNote("test.other", "thing:2"), default);
        var browser = console.CreateBrowser();
        await browser.SignInAsync("admin@demo.local");

        var answer = await browser.GetAsync("/admin/audit/export?kind=test.formula&from=2020-01-01&until=2099-01-01&zone=Africa/Johannesburg");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var lines = (await answer.Content.ReadAsStringAsync()).Trim().Split("\r\n");
        Assert.Equal(2, lines.Length);
        Assert.Contains("'=cmd()", lines[1], StringComparison.Ordinal);
        Assert.Contains("'+1+2", lines[1], StringComparison.Ordinal);
        Assert.Equal("audit.exported", (await log.AboutAsync("audit", 1, default)).Single().Kind);
    }

    [Fact]
    public async Task Export_ForASupervisor_IsForbidden()
    {
        var browser = console.CreateBrowser();
        await browser.SignInAsync("supervisor@demo.local");

        Assert.StartsWith("/account/denied", (await browser.GetAsync("/admin/audit/export")).LeadsTo(), StringComparison.Ordinal);
    }
}
