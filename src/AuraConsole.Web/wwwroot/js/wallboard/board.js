// What the hub told, and what follows from it. No drawing here.
const order = { Created: 0, Dispatched: 1, OnScene: 2, Completed: 3, StoodDown: 3 };

export class Board {
  rows = new Map();

  replace(rows) {
    this.rows = new Map(rows.filter(row => row.stage !== 'Closed').map(row => [row.id, row]));
  }

  change(row) {
    const known = this.rows.get(row.id);
    if (known && known.version > row.version) return;
    if (row.stage === 'Closed') this.rows.delete(row.id);
    else this.rows.set(row.id, row);
  }

  static isLate(row, now) {
    return row.breachesAt != null && Date.parse(row.breachesAt) <= now;
  }

  static kind(row) {
    switch (row.stage) {
      case 'Created': return row.isClaimed ? 'claimed' : 'new';
      case 'Dispatched': return 'dispatched';
      case 'OnScene': return 'onscene';
      default: return 'completed';
    }
  }

  /** Real callouts and tests apart, by kind. */
  counts() {
    const counts = {};
    for (const row of this.rows.values()) {
      const count = counts[Board.kind(row)] ??= { real: 0, tests: 0 };
      if (row.isTest) count.tests++;
      else count.real++;
    }
    return counts;
  }

  /** Callouts whose stage clock is breached; null when no row has a clock. */
  late(now) {
    let clocks = false;
    let late = 0;
    for (const row of this.rows.values()) {
      clocks ||= row.breachesAt != null;
      if (!row.isTest && Board.isLate(row, now)) late++;
    }
    return clocks ? late : null;
  }

  /** The oldest real callout that no responder was dispatched to. */
  longest() {
    let longest = null;
    for (const row of this.rows.values())
      if (row.stage === 'Created' && !row.isTest && (longest === null || row.firstSeenAt < longest.firstSeenAt)) longest = row;
    return longest;
  }

  /** Late ones first, real before test, earlier stages before later ones, the oldest first. */
  sorted(now) {
    return [...this.rows.values()].sort((a, b) =>
      Board.isLate(b, now) - Board.isLate(a, now)
      || a.isTest - b.isTest
      || order[a.stage] - order[b.stage]
      || (a.firstSeenAt < b.firstSeenAt ? -1 : a.firstSeenAt > b.firstSeenAt ? 1 : a.id - b.id));
  }
}
