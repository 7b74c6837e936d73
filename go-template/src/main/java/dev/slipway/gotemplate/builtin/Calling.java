package dev.slipway.gotemplate.builtin;

import dev.slipway.gotemplate.Call;
import dev.slipway.gotemplate.Function;
import dev.slipway.gotemplate.FunctionException;
import dev.slipway.gotemplate.value.Boxed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code call}: functions that are values; the caller has made sure that it is one. */
final class Calling {

    private Calling() {}

    static @Nullable Object call(Call call, List<@Nullable Object> arguments) {
        Object callee = Boxed.open(arguments.getFirst());
        if (callee == null) throw new FunctionException("call of nil");
        List<@Nullable Object> opened = new ArrayList<>();
        for (Object argument : arguments.subList(1, arguments.size())) opened.add(Boxed.open(argument));
        return ((Function) callee).call(call, opened);
    }
}
