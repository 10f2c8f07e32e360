using System.Globalization;
using AuraConsole.Integration.Lifecycle;
using Microsoft.AspNetCore.WebUtilities;

namespace AuraConsole.Web.Features.Board;

/// <summary>Tab and filter as the address bar has them, so that a reload or a second window shows the same.</summary>
public sealed record QueueAddress(BoardTab Tab, QueueFilter Filter)
{
    private const string TabKey = "tab";
    private const string TextKey = "q";
    private const string StageKey = "stage";
    private const string OwnerKey = "owner";
    private const string GroupKey = "group";
    private const string TypeKey = "type";
    private const string RealKey = "real";

    /// <summary>What cannot be read is left out: a mistyped address must not break the board.</summary>
    public static QueueAddress Read(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        return new QueueAddress(
            Known<BoardTab>(Text(TabKey)) ?? BoardTab.All,
            new QueueFilter
            {
                Text = Text(TextKey) ?? "",
                Stage = Known<CalloutStage>(Text(StageKey)),
                Owner = Text(OwnerKey),
                Group = int.TryParse(Text(GroupKey), NumberStyles.None, CultureInfo.InvariantCulture, out var group) ? group : null,
                ResponseType = Text(TypeKey),
                RealOnly = Text(RealKey) == "1",
            });

        string? Text(string key)
        {
            var value = query.TryGetValue(key, out var values) ? values.ToString().Trim() : "";
            return value.Length == 0 ? null : value.Length <= QueueFilter.TextLength ? value : value[..QueueFilter.TextLength];
        }
    }

    /// <summary>The query's parts; null takes one away.</summary>
    public Dictionary<string, object?> ToQuery() => new()
    {
        [TabKey] = Tab == BoardTab.All ? null : Tab.ToString(),
        [TextKey] = Filter.Text.Trim() is { Length: > 0 } text ? text : null,
        [StageKey] = Filter.Stage?.ToString(),
        [OwnerKey] = Filter.Owner,
        [GroupKey] = Filter.Group,
        [TypeKey] = Filter.ResponseType,
        [RealKey] = Filter.RealOnly ? "1" : null,
    };

    private static T? Known<T>(string? text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var known) && Enum.IsDefined(known) && !char.IsAsciiDigit(text![0]) ? known : null;
}
