package dev.slipway.scaffolder.web;

import dev.slipway.scaffolder.form.FieldView;
import dev.slipway.scaffolder.form.HiddenInput;
import dev.slipway.scaffolder.form.Reviewed;
import dev.slipway.scaffolder.preview.Preview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a template's form.
 *
 * @param action the address of the form
 * @param steps the pages that are shown with these answers, the review last
 * @param page from 0; the number of the template's pages for the review
 * @param fields of this page; none on the review
 * @param carried the answers of the pages that are not shown
 * @param reviewed all answers in words, on the review
 * @param problems those that belong to no field
 * @param shown the paths of the fields of this page
 * @param note what has happened; empty for nothing
 * @param preview null where it is fetched by itself
 */
public record CreateView(
        String action,
        String title,
        String description,
        List<Step> steps,
        int page,
        String pageDescription,
        boolean review,
        List<FieldView> fields,
        List<HiddenInput> carried,
        List<Reviewed> reviewed,
        List<String> problems,
        String shown,
        String note,
        Buttons buttons,
        @Nullable Preview preview) {

    /** A page of the form as the list of pages shows it. */
    public record Step(String title, boolean current) {}

    /** What the buttons say. */
    public record Buttons(String back, String next, String create) {}
}
