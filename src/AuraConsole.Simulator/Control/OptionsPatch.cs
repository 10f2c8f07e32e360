namespace AuraConsole.Simulator.Control;

/// <summary>The options that may change at run time: all of them when read; when written, the members that are there.</summary>
internal sealed record OptionsPatch
{
    public bool? Silent { get; init; }
    public bool? AutoAdvance { get; init; }
    public Dialect? Dialect { get; init; }
    public WebhookBody? WebhookBody { get; init; }
    public bool? ReuseActiveCallout { get; init; }
    public bool? RequireResponseType { get; init; }
    public bool? WrapLists { get; init; }
    public int? CreateStatus { get; init; }
    public bool? ChatReplies { get; init; }
    public bool? RetryAfterHeader { get; init; }

    /// <summary>The delay of every step; 0 and above.</summary>
    public int? StepEveryMs { get; init; }

    public static OptionsPatch Of(SimulatorOptions options) => new()
    {
        Silent = options.Silent,
        AutoAdvance = options.AutoAdvance,
        Dialect = options.Dialect,
        WebhookBody = options.WebhookBody,
        ReuseActiveCallout = options.ReuseActiveCallout,
        RequireResponseType = options.RequireResponseType,
        WrapLists = options.WrapLists,
        CreateStatus = options.CreateStatus,
        ChatReplies = options.ChatReplies,
        RetryAfterHeader = options.RetryAfterHeader,
        StepEveryMs = (int?)options.Tempo.Every?.TotalMilliseconds,
    };

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Problem()
    {
        if (CreateStatus is not (null or 200 or 201)) return "createStatus must be 200 or 201";
        return StepEveryMs is < 0 or > 86_400_000 ? "stepEveryMs must be from 0 to 86400000" : null;
    }

    public void Apply(SimulatorOptions options)
    {
        options.Silent = Silent ?? options.Silent;
        options.AutoAdvance = AutoAdvance ?? options.AutoAdvance;
        options.Dialect = Dialect ?? options.Dialect;
        options.WebhookBody = WebhookBody ?? options.WebhookBody;
        options.ReuseActiveCallout = ReuseActiveCallout ?? options.ReuseActiveCallout;
        options.RequireResponseType = RequireResponseType ?? options.RequireResponseType;
        options.WrapLists = WrapLists ?? options.WrapLists;
        options.CreateStatus = CreateStatus ?? options.CreateStatus;
        options.ChatReplies = ChatReplies ?? options.ChatReplies;
        options.RetryAfterHeader = RetryAfterHeader ?? options.RetryAfterHeader;
        if (StepEveryMs is { } every) options.Tempo = new TempoOptions { Every = TimeSpan.FromMilliseconds(every) };
    }
}
