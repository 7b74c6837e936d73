package dev.slipway.catalog.pages;

import dev.slipway.catalog.search.EntityListing.Row;
import dev.slipway.catalog.store.ViewRows.SavedView;
import java.util.List;

/**
 * A page of the list.
 *
 * @param found how many entities there are on all pages
 * @param names of the owners and systems of the rows
 */
public record CatalogList(
        ListState state, List<Row> rows, int found, List<Group> groups, Names names, List<SavedView> views) {

    /**
     * The values of a facet.
     *
     * @param find what they contain, apart from those that are chosen; empty for all
     * @param more whether there are others
     */
    public record Group(ListFacet facet, List<Choice> choices, String find, boolean more) {

        /** Whether there are so many that one wants to look for one of them. */
        public boolean searched() {
            return more || !find.isEmpty();
        }

        public boolean any() {
            return choices.stream().anyMatch(Choice::chosen);
        }
    }

    /** A value that the list can be narrowed to, and how many entities have it. */
    public record Choice(String value, String label, int count, boolean chosen) {}

    public int pages() {
        return Math.max(1, (found + ListState.PER_PAGE - 1) / ListState.PER_PAGE);
    }

    public boolean more() {
        return state.page() < pages();
    }

    public int first() {
        return (state.page() - 1) * ListState.PER_PAGE + 1;
    }

    public int last() {
        return first() + rows.size() - 1;
    }

    /** Whether this view is what is shown. */
    public boolean shows(SavedView view) {
        return view.query().equals(state.queryString());
    }
}
