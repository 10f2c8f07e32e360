using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Unit.Apply;

/// <summary>What was there before.</summary>
internal static class Given
{
    /// <summary>A site as it was read from AURA. Returns our id.</summary>
    public static async Task<int> SiteAsync(Spine spine, long auraId, string name, string reference)
    {
        var site = new Site { AuraId = auraId, Name = name, Reference = reference, Address = "1 Site Road", ReadAt = spine.Time.GetUtcNow() };
        await spine.ReadAsync(db =>
        {
            db.Sites.Add(site);
            return db.SaveChangesAsync();
        });
        return site.Id;
    }

    /// <summary>AURA's answer to a reading, applied.</summary>
    public static Task ReadingAsync(Spine spine, AuraCallout told) =>
        spine.Writer.WriteAsync(session => CalloutApply.ReadingAsync(session, told), CancellationToken.None);

    /// <summary>AURA's list of active callouts, applied.</summary>
    public static Task ListedAsync(Spine spine, AuraCallout told) => spine.Writer.WriteAsync(
        async session => CalloutApply.Listed(session, await CalloutApply.ReadingAsync(session, told), told), CancellationToken.None);

    /// <summary>AURA neither lists the callout nor calls it closed.</summary>
    public static Task MissingAsync(Spine spine, long id) =>
        spine.Writer.WriteAsync(async session => CalloutApply.Missing(session, (await session.FindAsync(id))!), CancellationToken.None);
}
