namespace AuraConsole.Web.Outbound;

/// <summary>
/// What a dispatcher may choose with a raise (section <c>Callouts</c>). AURA's ids differ between environments and its list cannot be
/// read yet, so they are configuration, not code.
/// </summary>
public sealed class CalloutChoices
{
    public const string Section = "Callouts";

    public List<Choice> ResponseTypes { get; set; } = [];

    public List<Choice> Classifications { get; set; } = [];

    public sealed class Choice
    {
        public int Id { get; set; }

        public string Name { get; set; } = "";
    }
}
