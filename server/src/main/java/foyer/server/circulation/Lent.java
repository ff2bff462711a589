package foyer.server.circulation;

/**
 * A loan that has not ended, with the rules of the branch it was made at: they say when it is late and what that costs,
 * wherever the item is brought back.
 */
public record Lent(Loan loan, Site at) {}
