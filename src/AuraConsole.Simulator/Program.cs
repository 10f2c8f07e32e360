using System.Runtime.InteropServices;

namespace AuraConsole.Simulator;

/// <summary>Runs the simulator alone, configured by <c>Aura:Simulator:*</c> from the environment and the command line.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var options = new SimulatorOptions { MinimumLogLevel = LogLevel.Information };
        configuration.GetSection(SimulatorOptions.SectionName).Bind(options);
        if (options.Validate() is { Count: > 0 } problems)
        {
            foreach (var problem in problems) await Console.Error.WriteLineAsync(problem);
            return 1;
        }

        using var loggers = LoggerFactory.Create(static logging => logging
            .AddSimpleConsole(static console => console.SingleLine = true)
            .AddFilter("Microsoft", LogLevel.Warning));
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = OnSignal(PosixSignal.SIGINT, stopped);
        using var terminate = OnSignal(PosixSignal.SIGTERM, stopped);

        try
        {
            await using var host = await SimulatorHost.StartAsync(options, loggers: loggers);
            await Console.Out.WriteLineAsync($"Simulator of AURA, nothing here is real: {new Uri(host.Url, "/simulator")}");
            await stopped.Task;
            return 0;
        }
        catch (IOException exception)
        {
            await Console.Error.WriteLineAsync($"{SimulatorOptions.SectionName}:{nameof(options.Url)} cannot be used. {exception.Message}");
            return 1;
        }
    }

    private static PosixSignalRegistration OnSignal(PosixSignal signal, TaskCompletionSource stopped) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            stopped.TrySetResult();
        });
}
