using AuraConsole.Web.Access.Factors;
using AuraConsole.Web.Access.SingleSignOn;
using AuraConsole.Web.Components.Account;
using AuraConsole.Web.Components.Palette;
using AuraConsole.Web.Data;
using AuraConsole.Web.Features.Admin;
using AuraConsole.Web.Features.Alarm;
using AuraConsole.Web.Features.Audit;
using AuraConsole.Web.Features.Board;
using AuraConsole.Web.Features.Callouts;
using AuraConsole.Web.Features.Clocks;
using AuraConsole.Web.Features.Customers;
using AuraConsole.Web.Features.Escalations;
using AuraConsole.Web.Features.Handovers;
using AuraConsole.Web.Features.History;
using AuraConsole.Web.Features.Map;
using AuraConsole.Web.Features.Patrols;
using AuraConsole.Web.Features.Reports;
using AuraConsole.Web.Features.Sites;
using AuraConsole.Web.Features.Sites.Importing;
using AuraConsole.Web.Features.Sites.Importing.FullSync;
using AuraConsole.Web.Features.Sites.Showing;
using AuraConsole.Web.Features.Upkeep;
using AuraConsole.Web.Features.Users;
using AuraConsole.Web.Features.Wallboard;
using AuraConsole.Web.Features.Wallboard.Access;
using AuraConsole.Web.Hosting;
using AuraConsole.Web.Hosting.Faults;
using AuraConsole.Web.Hosting.Health;
using AuraConsole.Web.Hosting.Security;
using AuraConsole.Web.Live;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Reconciliation;
using AuraConsole.Web.Webhooks;

try
{
    // settings are read and checked at start; to watch their files would only use up inotify instances, of which a user has few
    var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
    builder.AddDevelopmentDefaults();
    if (args is [VerifyAudit.Word, ..])
        return await VerifyAudit.RunAsync(args, DatabaseSetup.FileOf(builder.Configuration, builder.Environment), Console.Out, CancellationToken.None);
    builder.AddConsoleLogging();
    builder.AddPlainStart();
    builder.AddConsoleLimits();

    // the database first: hosted services start in this order, and the others need it migrated
    builder.Services.AddConsoleDatabase(builder.Configuration, builder.Environment);
    builder.Services.AddConsoleIdentity(builder.Environment);
    builder.Services.AddSingleSignOn(builder.Configuration, builder.Environment);
    builder.Services.AddConsoleKeys(builder.Configuration, builder.Environment);
    builder.Services.AddConsoleProxies(builder.Configuration);
    builder.Services.AddConsoleRateLimits();
    builder.Services.AddConsoleOptions();
    builder.Services.AddConsoleErrors();
    builder.Services.AddConsoleHealth();
    builder.Services.AddConsoleTelemetry(builder.Configuration);
    builder.Services.AddConsoleComponents();
    builder.Services.AddAura(builder.Configuration);
    builder.Services.AddClocks();
    builder.Services.AddLiveBoard();
    builder.Services.AddInbox();
    builder.Services.AddOutbound();
    builder.Services.AddReconciliation();
    builder.Services.AddBoardPage();
    builder.Services.AddCallouts();
    builder.Services.AddAdmin();
    builder.Services.AddAudit();
    builder.Services.AddUpkeep();
    builder.Services.AddSites();
    builder.Services.AddCustomers();
    builder.Services.AddPatrols();
    builder.Services.AddHandovers();
    builder.Services.AddSiteImport();
    builder.Services.AddAlarm();
    builder.Services.AddEscalations();
    builder.Services.AddPalette();
    builder.Services.AddMap();
    builder.Services.AddWallboard();
    builder.Services.AddHistory();
    builder.Services.AddReports();
    builder.Services.AddUsers();

    var app = builder.Build();
    app.ValidateConfiguration();
    app.UseForwardedHeaders();
    app.UseConsoleErrors();
    app.UseSecurityHeaders();
    app.UseSameOriginCheck();
    app.UseConsoleNotFound();
    app.UseRateLimiter();
    app.UseAuthentication();
    app.UseFirstAdminGate();
    app.UseSecondFactorGate();
    app.UseAuthorization();
    app.UseAntiforgery();

    app.MapConsoleAssets();
    app.MapConsoleHealth();
    app.MapAuraWebhook();
    app.MapImportCallback();
    app.MapHub<BoardHub>(BoardHub.Path);
    app.MapAccountEndpoints();
    app.MapMapEndpoints();
    app.MapSiteExport();
    app.MapAuditExport();
    app.MapReportExport();
    app.MapWallboard();
    app.MapImportDownloads();
    app.MapConsoleComponents();
    await app.RunConsoleAsync();
    return 0;
}
catch (Exception exception) when (ConfigurationFaults.Read(exception) is { } faults)
{
    await ConfigurationFaults.PrintAsync(faults, Console.Error);
    return 1;
}
catch (Exception exception) when (AddressFaults.Read(exception) is { } fault)
{
    await Console.Error.WriteLineAsync($"AuraConsole did not start. {fault}");
    return 1;
}
