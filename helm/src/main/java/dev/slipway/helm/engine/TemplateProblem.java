package dev.slipway.helm.engine;

import dev.slipway.gotemplate.LimitException;
import dev.slipway.gotemplate.TemplateException;
import dev.slipway.kustomize.problem.Problem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What went wrong in a template, with the file of the tree. */
final class TemplateProblem {
    private static final Pattern UNDEFINED = Pattern.compile("function \"(\\w+)\" not defined");
    private static final Pattern CALLED = Pattern.compile("error calling (fail|required): (.*)", Pattern.DOTALL);

    private TemplateProblem() {}

    static List<Problem> of(TemplateException e, TemplateFiles files) {
        String message = String.valueOf(e.getMessage());
        Matcher called = CALLED.matcher(message);
        if (e instanceof LimitException) {
            return List.of(new Problem(
                    files.place(e.place()),
                    message,
                    "a chart that ends in time, and makes no more than it needs.",
                    "Look for a loop, a text or list that grows in one, or a template that includes itself."));
        }
        if (called.find()) {
            String next = called.group(1).equals("required") ? "Set the value." : "Do as the chart's author says.";
            return List.of(new Problem(
                    files.place(e.place()),
                    "The chart refuses these values: " + called.group(2),
                    "other values.",
                    next));
        }
        return List.of(
                new Problem(files.place(e.place()), message, expected(message), "Correct the template or the values."));
    }

    private static String expected(String message) {
        if (UNDEFINED.matcher(message).find()) {
            return "one of Go's, Sprig's or Helm's functions.";
        }
        if (message.contains("nil pointer evaluating")) {
            return "a value there: a map above it is missing.";
        }
        return "a template of Helm 3 that fits its values.";
    }
}
