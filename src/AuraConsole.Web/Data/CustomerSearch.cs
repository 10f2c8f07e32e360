using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Data;

/// <summary>Finds customers as somebody types. Customers belong to no group: who may not see what has none finds nobody.</summary>
public sealed class CustomerSearch(IDbContextFactory<ConsoleDbContext> contexts)
{
    public const int Most = 50;

    /// <summary>Customers in service where every word occurs in name, surname, mobile or reference.</summary>
    public async Task<IReadOnlyList<Customer>> FindAsync(string text, int most, Scope scope, CancellationToken cancellationToken)
    {
        if (!scope.Covers(null))
            return [];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Matching(db.Customers.AsNoTracking().Where(static customer => customer.DeletedAt == null), text)
            .OrderBy(static customer => EF.Functions.Collate(customer.Surname ?? "", "NOCASE")).ThenBy(static customer => EF.Functions.Collate(customer.Name ?? "", "NOCASE"))
            .ThenBy(static customer => customer.Id)
            .Take(Math.Clamp(most, 1, Most)).ToListAsync(cancellationToken);
    }

    /// <summary>A customer in service; null for anybody else.</summary>
    public async Task<Customer?> FindAsync(int id, Scope scope, CancellationToken cancellationToken)
    {
        if (!scope.Covers(null))
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Customers.AsNoTracking().FirstOrDefaultAsync(customer => customer.Id == id && customer.DeletedAt == null, cancellationToken);
    }

    public static IQueryable<Customer> Matching(IQueryable<Customer> customers, string text)
    {
        foreach (var word in Like.Words(text))
        {
            var pattern = Like.Contains(word);
            customers = customers.Where(customer =>
                EF.Functions.Like(customer.Name!, pattern, Like.Escape)
                || EF.Functions.Like(customer.Surname!, pattern, Like.Escape)
                || EF.Functions.Like(customer.Mobile!, pattern, Like.Escape)
                || EF.Functions.Like(customer.Reference!, pattern, Like.Escape));
        }
        return customers;
    }
}
