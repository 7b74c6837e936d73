package dev.slipway.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one server, which all tests with this extension share, to constructors and methods that take a {@link Stage}. */
final class SharedStage implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedStage.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Stage resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Stage.class, _ -> open(), Stage.class);
    }

    private static Stage open() {
        try {
            return Stage.open(Files.createTempDirectory("stage"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
