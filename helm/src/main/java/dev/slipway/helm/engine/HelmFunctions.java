package dev.slipway.helm.engine;

import static dev.slipway.gotemplate.Parameter.ANY;
import static dev.slipway.gotemplate.Parameter.STRING;

import dev.slipway.gotemplate.Call;
import dev.slipway.gotemplate.FunctionException;
import dev.slipway.gotemplate.Functions;
import dev.slipway.gotemplate.GoTemplates;
import dev.slipway.gotemplate.LimitException;
import dev.slipway.gotemplate.Signature;
import dev.slipway.gotemplate.TemplateException;
import dev.slipway.helm.sprig.Sprig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Helm's templates can call: Sprig's functions and Helm's own. */
final class HelmFunctions {
    private static final String TPL = "gotpl";
    static final String NO_VALUE = "<no value>";
    private static final Functions OWN = DataFunctions.FUNCTIONS
            .plus("include", Signature.of(STRING, ANY), HelmFunctions::include)
            .plus("tpl", Signature.of(STRING, ANY), HelmFunctions::tpl)
            .plus("required", Signature.of(STRING, ANY), HelmFunctions::required);

    private HelmFunctions() {}

    static Functions using(dev.slipway.helm.sprig.Outside outside, Warnings warnings) {
        return Sprig.functions(outside)
                .plus(OWN)
                .plus("lookup", Signature.of(STRING, STRING, STRING, STRING), (call, a) -> {
                    warnings.lookup(call, "\"" + a.get(1) + "\" \"" + a.get(3) + "\"");
                    return new LinkedHashMap<String, @Nullable Object>();
                });
    }

    private static String include(Call call, List<@Nullable Object> a) {
        return call.execute((String) Objects.requireNonNull(a.getFirst()), a.get(1));
    }

    /** Text without actions needs no parsing; most values that go through {@code tpl} are such. */
    private static String tpl(Call call, List<@Nullable Object> a) {
        String text = (String) Objects.requireNonNull(a.getFirst());
        if (!text.contains("{{")) {
            return text;
        }
        try {
            GoTemplates with = call.plus(TPL, text);
            return call.execute(with, TPL, a.get(1)).replace(NO_VALUE, "");
        } catch (LimitException e) {
            throw isWithin(e) ? new LimitException(call.place(), String.valueOf(e.getMessage())) : e;
        } catch (TemplateException e) {
            throw isWithin(e) ? new TemplateException(call.place(), String.valueOf(e.getMessage()), e) : e;
        }
    }

    /** A text that was handed to {@code tpl} stands in no file. */
    private static boolean isWithin(TemplateException e) {
        return e.place() == null || e.place().text().equals(TPL);
    }

    private static @Nullable Object required(Call call, List<@Nullable Object> a) {
        if (a.get(1) == null || "".equals(a.get(1))) {
            throw new FunctionException((String) Objects.requireNonNull(a.getFirst()));
        }
        return a.get(1);
    }
}
