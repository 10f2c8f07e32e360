namespace AuraConsole.Web.Outbound;

/// <summary>What the customer said when asked for the safe code. It goes to AURA and nowhere else: not to disk, not to a log.</summary>
public sealed record SafeCode
{
    /// <summary>Longer than any code AURA knows: its pages say four digits, and what the customer said is sent as it is.</summary>
    public const int Longest = 12;

    private readonly string _said;

    /// <exception cref="ArgumentException">Blank, or too long.</exception>
    public SafeCode(string said) => _said = RequestChecks.Required(said, Longest, nameof(said));

    internal string Said => _said;

    public override string ToString() => "••••";
}
