package dev.slipway.gotemplate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a template can call by name, and what the values of a template may hold for {@code call}.
 *
 * <p>Must be safe for use by several threads when the set of templates is.
 */
@FunctionalInterface
public interface Function {

    /**
     * @param call the running template, for functions that execute other templates, and its limits
     * @param arguments as {@link GoValues} describes them, the value of the pipeline last; not to be changed
     * @return a value as {@link GoValues} describes them
     * @throws FunctionException when the arguments are not what the function can work on; ends the execution
     */
    @Nullable
    Object call(Call call, List<@Nullable Object> arguments);
}
