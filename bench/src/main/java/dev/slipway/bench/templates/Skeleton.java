package dev.slipway.bench.templates;

import com.sun.management.ThreadMXBean;
import dev.slipway.template.Expression;
import dev.slipway.template.Template;
import dev.slipway.template.contract.TemplateOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The skeleton's files, rendered by this project's library. */
final class Skeleton {

    private final List<String> sources;
    private final List<Template> templates;
    private final Map<String, Object> values;
    private long written;

    @SuppressWarnings("unchecked") // the values are a map
    Skeleton(Path resources) throws IOException {
        try (Stream<Path> files = Files.list(resources.resolve("skeleton"))) {
            sources = files.sorted().map(Skeleton::read).toList();
        }
        templates = sources.stream().map(Skeleton::parsed).toList();
        String json = read(resources.resolve("values.json"));
        Expression expression = Expression.parse("values.json", json.strip(), TemplateOptions.nunjucks());
        values = (Map<String, Object>) Objects.requireNonNull(expression.evaluate(Map.of()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Template parsed(String source) {
        return Template.parse("file", source, TemplateOptions.backstage());
    }

    /** All files, as a line of JSON. */
    String rendered() {
        List<String> texts = templates.stream().map(each -> each.render(values)).toList();
        return Template.parse("json", "{{ texts | dump }}", TemplateOptions.nunjucks())
                .render(Map.of("texts", texts));
    }

    private void once(Way way) {
        switch (way) {
            case PARSE ->
                sources.forEach(
                        source -> written += parsed(source).render(values).length());
            case RENDER ->
                templates.forEach(template -> written += template.render(values).length());
        }
    }

    /** Skeletons a second. */
    double run(Way way, int milliseconds) {
        long start = System.nanoTime();
        long end = start + milliseconds * 1_000_000L;
        long rounds = 0;
        while (System.nanoTime() < end) {
            once(way);
            rounds++;
        }
        return rounds * 1e9 / (System.nanoTime() - start);
    }

    /** Bytes that one skeleton allocates. */
    long allocated(Way way) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int rounds = 200;
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < rounds; i++) {
            once(way);
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / rounds;
    }
}
