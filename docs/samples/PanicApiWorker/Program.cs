namespace AuraConsole.Samples.PanicApiWorker;

/// <summary>The whole story by default; <c>site REFERENCE</c> is the short form of the library's README.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args is ["site", .. var rest])
        {
            await TenLines.RunAsync(rest);
            return 0;
        }

        return await WorkerHost.RunAsync(args, Console.Out);
    }
}
