namespace AuraConsole.Integration.Http;

/// <summary>A 2xx answer beyond <see cref="AuraOptions.MaxResponseBytes"/>.</summary>
internal sealed class AnswerTooLargeException(int status) : Exception("The answer is larger than Aura:MaxResponseBytes.")
{
    public int Status { get; } = status;
}
