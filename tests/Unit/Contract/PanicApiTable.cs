using System.Reflection;
using System.Text.RegularExpressions;
using AuraConsole.Integration.Api;
using AuraConsole.Unit.Integration.Fixtures;

namespace AuraConsole.Unit.Contract;

/// <summary>
/// Reads the tables of docs/panic-api.md and holds them against the code: the client's interfaces, the routes that the client's recorded
/// calls take, the simulator's routing table, and the contract tests.
/// </summary>
internal sealed partial class PanicApiTable(string document)
{
    private const string Operations = "Operations";
    private const string Posts = "What AURA posts to us";
    private const string Out = "Left out";

    private static readonly ILookup<string, Type> Types = typeof(ISitesApi).Assembly.GetTypes().ToLookup(type => type.Name);

    private readonly List<string> _problems = [];

    /// <summary>Everything wrong with the document; empty when it is true and complete.</summary>
    public static IReadOnlyList<string> Problems(string document) => new PanicApiTable(document).Check();

    private List<string> Check()
    {
        var operations = Rows(Operations, 6);
        foreach (var row in operations) CheckOperation(row);
        foreach (var row in Rows(Posts, 4))
        {
            if (Methods(row[1]) is []) Add(row, $"{row[1]} is no method of the client");
            CheckPage(row, row[2]);
            CheckTest(row, row[3]);
        }

        foreach (var row in Rows(Out, 4)) CheckLeftOut(row);
        CheckComplete(operations);
        return _problems;
    }

    private void CheckOperation(string[] row)
    {
        var (client, route, evidence) = (row[1], row[2], row[4]);
        if (Methods(client) is not [_]) Add(row, $"{client} is no method of the client, or more than one");
        if (!SimulatorRoutes.All.Any(known => Same(known, route))) Add(row, $"{route} is no route of the simulator");
        if (IsPublic(client) && !AuraOperation.All.Any(known => CallsFor(client, known) && Takes(route, known.Route)))
            Add(row, $"{client} does not go to {route}");
        CheckPage(row, row[3]);
        if (!evidence.StartsWith("documented", StringComparison.Ordinal) && !evidence.StartsWith("inferred: ", StringComparison.Ordinal))
            Add(row, "neither documented nor inferred, and then what");
        CheckTest(row, row[5]);
    }

    private void CheckLeftOut(string[] row)
    {
        if (row[1].Split(", ").Any(route => SimulatorRoutes.All.Any(known => Same(known, route)))) Add(row, "left out, but the simulator has it");
        CheckPage(row, row[2]);
        if (!row[3].StartsWith("out: ", StringComparison.Ordinal) || row[3].Length < 30) Add(row, "left out without a reason");
    }

    private void CheckComplete(List<string[]> operations)
    {
        var named = operations.SelectMany(row => Methods(row[1])).ToHashSet();
        foreach (var method in PublicOperations().Where(method => !named.Contains(method)))
            _problems.Add($"{method.DeclaringType!.Name}.{Signature(method)} has no row");
        foreach (var route in SimulatorRoutes.All.Where(route => !operations.Exists(row => Same(route, row[2]))))
            _problems.Add($"{route} has no row");
        foreach (var twice in operations.GroupBy(row => row[1]).Where(rows => rows.Count() > 1))
            _problems.Add($"{twice.Key} has more than one row");
    }

    private void CheckPage(string[] row, string page)
    {
        if (page != "not seen" && !Page().IsMatch(page)) Add(row, $"{page} is no page");
    }

    private void CheckTest(string[] row, string test)
    {
        var parts = test.Split('.');
        var method = parts.Length == 2
            ? typeof(PanicApiTable).Assembly.GetType($"{typeof(PanicApiTable).Namespace}.{parts[0]}")?.GetMethod(parts[1])
            : null;
        if (method?.GetCustomAttribute<FactAttribute>() is null) Add(row, $"{test} is no contract test");
    }

    private void Add(string[] row, string problem) => _problems.Add($"{row[0]}: {problem}");

    /// <summary>The rows of a section's table, without their code marks; a row of another width is a problem and no row.</summary>
    private List<string[]> Rows(string section, int width)
    {
        var lines = document.Split('\n').Select(line => line.Trim()).ToList();
        var start = lines.IndexOf("## " + section);
        if (start < 0)
        {
            _problems.Add($"There is no section {section}");
            return [];
        }

        var table = lines.Skip(start + 1).TakeWhile(line => !line.StartsWith('#')).Where(line => line.StartsWith('|')).Skip(2);
        var rows = table.Select(line => line.Trim('|').Split('|').Select(cell => cell.Replace("`", "", StringComparison.Ordinal).Trim()).ToArray());
        var all = rows.ToList();
        foreach (var row in all.Where(row => row.Length != width || row.Contains(""))) Add(row, $"a row of {section} has {width} cells");
        if (all.Count == 0) _problems.Add($"{section} is empty");
        return all.FindAll(row => row.Length == width);
    }

    /// <summary><c>Type.Method</c>, or <c>Type.Method(parameter, parameter)</c> where there are several.</summary>
    private static List<MethodInfo> Methods(string client)
    {
        var parts = client.Split('.', 2);
        var type = Types[parts[0]].SingleOrDefault();
        return parts.Length < 2 || type is null ? [] : [.. type.GetMethods().Where(method => method.Name == parts[1] || Signature(method) == parts[1])];
    }

    private static string Signature(MethodInfo method) =>
        $"{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.Name).Where(name => name != "cancellationToken"))})";

    private static IEnumerable<MethodInfo> PublicOperations() => typeof(ISitesApi).Assembly.GetExportedTypes()
        .Where(type => type.IsInterface && type.Namespace == typeof(ISitesApi).Namespace)
        .SelectMany(type => type.GetMethods());

    private static bool IsPublic(string client) => Methods(client).Exists(method => method.DeclaringType!.IsInterface);

    private static bool CallsFor(string client, AuraOperation operation) => operation.Name.Split(' ')[0] == client.Split('(')[0];

    /// <summary>Whether a recorded call, with its ids filled in, is one of the route.</summary>
    private static bool Takes(string route, string call)
    {
        var pattern = Regex.Escape(SimulatorRoutes.Normal(route)).Replace(@"\{}", "[^/]+", StringComparison.Ordinal);
        return Regex.IsMatch(call, $"^{pattern}$", RegexOptions.CultureInvariant);
    }

    private static bool Same(string one, string other) => SimulatorRoutes.Normal(one) == SimulatorRoutes.Normal(other);

    [GeneratedRegex(@"^/[a-z0-9-]+(/[a-z0-9-]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Page();
}
