package dev.slipway.gitops.impact.reading.sync;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.meaning.SyncMeaning;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.reading.frame.FieldReader;
import dev.slipway.gitops.validation.quantity.Quantity;
import java.util.Optional;
import java.util.Set;

/** Amounts that are only written otherwise: {@code 256Mi} and {@code 268435456} are the same to the API server. */
public final class AmountReader implements FieldReader {

    private static final Set<String> AMOUNTS = Set.of("limits", "requests", "hard", "capacity", "sizeLimit");

    @Override
    public Optional<SyncMeaning> meaning(ObjectPair pair, Difference each) {
        return isSame(each)
                ? Optional.of(new SyncMeaning.WrittenOtherwise(
                        each.path().toString(), String.valueOf(each.before()), String.valueOf(each.after())))
                : Optional.empty();
    }

    private static boolean isSame(Difference each) {
        return each.path().startsWith("spec")
                && each.path().keys().stream().anyMatch(AMOUNTS::contains)
                && Quantity.parse(each.before())
                        .flatMap(before -> Quantity.parse(each.after()).filter(after -> after.compareTo(before) == 0))
                        .isPresent();
    }
}
