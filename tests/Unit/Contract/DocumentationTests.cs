using System.Xml.Linq;
using AuraConsole.Integration.Api;

namespace AuraConsole.Unit.Contract;

/// <summary>What the compiler does not ask of the comments on the client's operations: page, route and errors.</summary>
public sealed class DocumentationTests
{
    private static readonly Dictionary<string, XElement> Comments = XDocument
        .Load(Path.Combine(AppContext.BaseDirectory, "AuraConsole.Integration.xml")).Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value);

    private static readonly List<string> Members =
        [.. Comments.Keys.Where(member => member.StartsWith("M:AuraConsole.Integration.Api.I", StringComparison.Ordinal))];

    public static TheoryData<string> Operations => [.. Members];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Operation_Comment_NamesPageRouteAndErrors(string member)
    {
        var name = member[2..member.IndexOf('(', StringComparison.Ordinal)];
        var (own, area) = (Comments[member], Comments["T:" + name[..name.LastIndexOf('.')]]);
        var text = own.Element("summary")!.Value;

        Assert.True(
            text.Contains("source: ", StringComparison.Ordinal) || text.Contains("our choice", StringComparison.Ordinal), $"No page: {text}");
        Assert.True(
            text.TrimStart().StartsWith("The same", StringComparison.Ordinal)
            || own.Descendants("c").Any(code => code.Value.Split(' ') is ["GET" or "POST" or "PUT" or "DELETE", ['/', ..]]),
            $"No route: {text}");
        Assert.True(NamesTheException(own) || NamesTheException(area), $"No errors: {text}");
    }

    [Fact]
    public void Operations_AllOfThem_AreLookedAt()
    {
        var methods = typeof(ISitesApi).Assembly.GetExportedTypes()
            .Where(type => type.IsInterface && type.Namespace == typeof(ISitesApi).Namespace).Sum(type => type.GetMethods().Length);

        Assert.Equal(methods, Members.Count);
    }

    private static bool NamesTheException(XElement comment) => comment.Descendants().Any(element =>
        element.Attribute("cref")?.Value == "T:AuraConsole.Integration.Http.AuraApiException");
}
