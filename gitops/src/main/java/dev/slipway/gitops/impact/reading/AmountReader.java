package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.meaning.ObjectMeaning;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.validation.quantity.Quantity;
import java.util.List;
import java.util.Set;

/** Amounts that are only written otherwise: {@code 256Mi} and {@code 268435456} are the same to the API server. */
final class AmountReader implements Reader {

    private static final Set<String> AMOUNTS = Set.of("limits", "requests", "hard", "capacity", "sizeLimit");

    @Override
    public void read(ObjectPair pair, Findings findings) {
        List<Difference> same =
                findings.open().stream().filter(AmountReader::isSame).toList();
        same.forEach(each -> findings.add(
                each,
                new ObjectMeaning.WrittenOtherwise(
                        each.path().toString(), String.valueOf(each.before()), String.valueOf(each.after()))));
    }

    private static boolean isSame(Difference each) {
        return each.path().startsWith("spec")
                && each.path().keys().stream().anyMatch(AMOUNTS::contains)
                && Quantity.parse(each.before())
                        .flatMap(before -> Quantity.parse(each.after()).filter(after -> after.compareTo(before) == 0))
                        .isPresent();
    }
}
