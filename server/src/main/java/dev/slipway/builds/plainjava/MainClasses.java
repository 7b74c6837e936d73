package dev.slipway.builds.plainjava;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds compiled classes with {@code public static void main(String[])}, by reading them: other people's code is not loaded here. */
final class MainClasses {

    private static final String ENDING = ".class";

    private MainClasses() {}

    /** Their names, sorted. */
    static List<String> in(Path classes) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ENDING)).toList()) {
                ClassModel model = ClassFile.of().parse(file);
                if (hasMain(model)) {
                    names.add(model.thisClass().asInternalName().replace('/', '.'));
                }
            }
        }
        return names.stream().sorted().toList();
    }

    private static boolean hasMain(ClassModel model) {
        return model.methods().stream()
                .anyMatch(method -> method.methodName().equalsString("main")
                        && method.methodType().equalsString("([Ljava/lang/String;)V")
                        && method.flags().has(AccessFlag.PUBLIC)
                        && method.flags().has(AccessFlag.STATIC));
    }
}
