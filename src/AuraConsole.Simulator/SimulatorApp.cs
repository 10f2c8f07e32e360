using System.Net;
using AuraConsole.Simulator.Api;
using AuraConsole.Simulator.Control;
using AuraConsole.Simulator.Customers;
using AuraConsole.Simulator.Faults;
using AuraConsole.Simulator.Import;
using AuraConsole.Simulator.Responders;
using AuraConsole.Simulator.State;
using AuraConsole.Simulator.Webhooks;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace AuraConsole.Simulator;

/// <summary>
/// Builds the application from nothing: inside the console's process it must not see the console's settings files, environment or
/// signals.
/// </summary>
internal static class SimulatorApp
{
    public static WebApplication Build(SimulatorOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "AuraConsole.Simulator" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, new Uri(options.Url)));
        builder.Services.AddRoutingCore();
        builder.Services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.TypeInfoResolver = SimulatorJson.Default);
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddSingleton<ILoggerFactory>(new QuietLoggerFactory(loggers, options.MinimumLogLevel));

        builder.Services.AddSingleton(options).AddSingleton(options.Faults).AddSingleton(time);
        builder.Services.AddSingleton(new SimulatorState(options, time));
        builder.Services.AddSingleton<SimulatorAddress>().AddSingleton<CalloutFlow>().AddSingleton<DeliveryQueue>();
        builder.Services.AddSingleton<ControllerChat>().AddSingleton<SubscriptionDesk>().AddSingleton<CustomerDesk>();
        builder.Services.AddSingleton<ImportQueue>().AddHostedService<ImportProcessor>();
        builder.Services.AddSingleton<RequestRecorder>().AddSingleton<AnswerFaults>().AddSingleton<BearerCheck>();
        builder.Services.AddHostedService<DeliverySender>();

        var app = builder.Build();
        app.UseWhen(ApiRoutes.IsApi, UseApi);
        app.UseWhen(
            static context => context.Request.Path.StartsWithSegments(LocalOnly.Path, StringComparison.OrdinalIgnoreCase),
            static control => control.Use(static next => context => LocalOnly.InvokeAsync(context, next)));
        app.MapPanicApi();
        app.MapControl();
        app.MapPages();
        return app;
    }

    /// <summary>Finds out which port was taken.</summary>
    public static Uri NoteAddress(WebApplication app)
    {
        var bound = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        var url = new UriBuilder(bound);
        if (url.Host is "0.0.0.0" or "[::]") url.Host = "127.0.0.1";
        app.Services.GetRequiredService<SimulatorAddress>().Url = url.Uri;
        return url.Uri;
    }

    private static void UseApi(IApplicationBuilder api)
    {
        var recorder = api.ApplicationServices.GetRequiredService<RequestRecorder>();
        var faults = api.ApplicationServices.GetRequiredService<AnswerFaults>();
        var bearer = api.ApplicationServices.GetRequiredService<BearerCheck>();
        api.Use(next => context => recorder.InvokeAsync(context, next));
        api.Use(next => context => faults.InvokeAsync(context, next));
        api.Use(next => context => bearer.InvokeAsync(context, next));
    }

    private static void Listen(KestrelServerOptions kestrel, Uri url)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = RequestBody.MaxBytes;
        var address = IPAddress.TryParse(url.Host.Trim('[', ']'), out var parsed) ? parsed : IPAddress.Loopback;
        kestrel.Listen(address, url.Port, static listen => listen.Protocols = HttpProtocols.Http1);
    }

    /// <summary>Leaves the process's signals to whoever runs the process.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
