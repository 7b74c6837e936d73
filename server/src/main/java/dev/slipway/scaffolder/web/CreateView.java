package dev.slipway.scaffolder.web;

import java.util.List;

/**
 * A page of a template's form.
 *
 * @param page from 0; the number of pages for the review
 * @param shown the fields of this page, or all of them on the review
 * @param carried the answers of the other pages, hidden
 * @param problems those that belong to no field
 */
public record CreateView(
        String template,
        String title,
        String description,
        List<String> pages,
        int page,
        String pageDescription,
        List<FieldView> shown,
        List<FieldView> carried,
        List<String> problems) {

    public boolean review() {
        return page == pages.size();
    }
}
