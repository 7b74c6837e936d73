package dev.slipway.scaffolding;

/**
 * What the buttons of a template's form say ({@code spec.presentation.buttonLabels}).
 *
 * @param back to the page before; empty for the usual word
 * @param create on the review page; empty for the usual word
 * @param review on the last page; empty for the usual word
 */
public record ButtonLabels(String back, String create, String review) {

    public static final ButtonLabels USUAL = new ButtonLabels("", "", "");
}
