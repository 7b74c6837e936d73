package dev.slipway.gitops.validation.sync;

import dev.slipway.gitops.CreatedNames;
import dev.slipway.gitops.validation.inventory.Check;
import dev.slipway.gitops.validation.inventory.Inventory;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Where Argo CD applies as kubectl does, each object fits as a whole into one of its own annotations.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#server-side-apply">Server-Side Apply</a>
 */
public final class LastAppliedCheck implements Check {

    private static final String OPTIONS = "argocd.argoproj.io/sync-options";
    private static final String ANNOTATION = "kubectl.kubernetes.io/last-applied-configuration";
    private static final long MOST = 256 * 1024;

    @Override
    public void check(Inventory inventory, BiConsumer<Managed, Violation> found) {
        for (Managed each : inventory.objects()) {
            long size = JsonSize.of(each.object().content());
            // Only large ones are worth the rest.
            if (size > MOST / 2 && size + annotations(each) > MOST && isKept(each)) {
                found.accept(each, violation(size));
            }
        }
    }

    private static long annotations(Managed object) {
        return ANNOTATION.length()
                + object.object().annotations().entrySet().stream()
                        .mapToLong(each -> bytes(each.getKey()) + bytes(each.getValue()))
                        .sum();
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** What an object says itself has the last word. */
    private static boolean isKept(Managed object) {
        List<String> options = new ArrayList<>();
        for (@Nullable
        Object each : object.application().application().object().list("spec", "syncPolicy", "syncOptions")) {
            options.add(String.valueOf(each));
        }
        List<String> own = Arrays.stream(
                        object.object().annotations().getOrDefault(OPTIONS, "").split(","))
                .map(String::strip)
                .toList();
        boolean byServer = own.contains("ServerSideApply=true")
                || (options.contains("ServerSideApply=true") && !own.contains("ServerSideApply=false"));
        boolean replaced =
                own.contains("Replace=true") || (options.contains("Replace=true") && !own.contains("Replace=false"));
        return !byServer && !replaced && !CreatedNames.isOne(object.object());
    }

    private static Violation violation(long size) {
        return Violation.error(
                Rule.LAST_APPLIED,
                "",
                "It is " + size + " bytes large, too much for the annotation that Argo CD keeps it in.",
                "at most " + MOST + " bytes with all its annotations",
                "Set the sync option ServerSideApply=true; otherwise the sync fails.");
    }

    /** How large a value is as JSON, at least. */
    private static final class JsonSize {

        private static final long PUNCTUATION = 2;

        static long of(@Nullable Object value) {
            return switch (value) {
                case Map<?, ?> map -> of(map);
                case List<?> list ->
                    PUNCTUATION + list.stream().mapToLong(JsonSize::of).sum() + Math.max(0, list.size() - 1);
                case String text -> PUNCTUATION + escaped(text);
                case null, default -> String.valueOf(value).length();
            };
        }

        private static long of(Map<?, ?> map) {
            long size = PUNCTUATION + Math.max(0, map.size() - 1);
            for (Map.Entry<?, ?> each : map.entrySet()) {
                size += of(String.valueOf(each.getKey())) + 1 + of(each.getValue());
            }
            return size;
        }

        private static long escaped(String text) {
            long size = 0;
            for (int i = 0; i < text.length(); i++) {
                char each = text.charAt(i);
                size += each == '"' || each == '\\' || each < ' ' || each > '~' ? 2 : 1;
            }
            return size;
        }
    }
}
