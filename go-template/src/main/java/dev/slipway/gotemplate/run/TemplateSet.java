package dev.slipway.gotemplate.run;

import dev.slipway.gotemplate.Delimiters;
import dev.slipway.gotemplate.Functions;
import dev.slipway.gotemplate.TemplateException;
import dev.slipway.gotemplate.builtin.Builtins;
import dev.slipway.gotemplate.syntax.Parser;
import dev.slipway.gotemplate.syntax.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Templates by name, with what they call. */
public record TemplateSet(Map<String, Template> templates, Functions functions, Delimiters delimiters) {

    /** With these texts on top. What is defined again is replaced, unless by nothing but white space. */
    public TemplateSet plus(Map<String, String> texts) {
        Map<String, Template> all = new LinkedHashMap<>(templates);
        Predicate<String> known = name -> Builtins.isBuiltin(name) || functions.find(name) != null;
        List<TemplateException> problems = new ArrayList<>();
        texts.forEach((name, text) -> {
            try {
                parse(new Source(name, text), known).forEach(template -> put(all, template));
            } catch (TemplateException e) {
                problems.add(e);
            }
        });
        if (!problems.isEmpty()) throw together(problems);
        return new TemplateSet(all, functions, delimiters);
    }

    /** What of a text is no plain text. */
    public long charactersInActions(String text) {
        long inside = 0;
        int left = text.indexOf(delimiters.left());
        while (left >= 0) {
            int right = text.indexOf(delimiters.right(), left);
            int end = right < 0 ? text.length() : right + delimiters.right().length();
            inside += end - left;
            left = text.indexOf(delimiters.left(), end);
        }
        return inside;
    }

    private List<Template> parse(Source source, Predicate<String> known) {
        List<Template> templates = new ArrayList<>();
        Parser.parse(source.name(), source.text(), delimiters, known)
                .forEach((name, body) -> templates.add(new Template(name, source, body)));
        return templates;
    }

    /** The first of each text, each on a line of its own. */
    private static TemplateException together(List<TemplateException> problems) {
        String lines = problems.stream().map(Throwable::getMessage).collect(Collectors.joining("\n"));
        return new TemplateException(problems.getFirst().place(), lines);
    }

    private static void put(Map<String, Template> all, Template template) {
        if (template.body().isEmpty()) all.putIfAbsent(template.name(), template);
        else all.put(template.name(), template);
    }

    public TemplateSet with(Functions others) {
        for (String name : functions.names()) {
            if (others.find(name) == null && !Builtins.isBuiltin(name)) {
                throw new IllegalArgumentException(
                        "the templates were parsed with a function \"" + name + "\", which is missing");
            }
        }
        return new TemplateSet(templates, others, delimiters);
    }
}
