package dev.slipway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What Modulith does not see: cycles between sub-packages, and internal types in a module's API. */
@AnalyzeClasses(
        packages = "dev.slipway",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.OfTheServer.class})
class ArchitectureTest {

    /** The libraries on the class path have tests of their own. */
    static final class OfTheServer implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return location.contains("/server/");
        }
    }

    @ArchTest
    static final ArchRule SUB_PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.slipway.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_INTERNAL_TYPE_IN_AN_API = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(DescribedPredicate.describe(
                    "are public and in a module's root package",
                    type -> type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC)
                            && isModuleRoot(type)))
            .should(speakOnlyOfPublicTypes());

    private static boolean isModuleRoot(JavaClass type) {
        return type.getPackageName().matches("dev\\.slipway\\.[a-z]+");
    }

    private static boolean isInternal(JavaClass type) {
        return type.getPackageName()
                .matches("dev\\.slipway\\.(audit|ui|identity|git|changes|platform|scaffolder|builds"
                        + "|desiredstate|delivery|traffic|promotion|previews|services|portal)\\..+");
    }

    private static ArchCondition<JavaMethod> speakOnlyOfPublicTypes() {
        return new ArchCondition<>("speak only of types that other modules may touch") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getAllInvolvedRawTypes().stream()
                        .filter(type -> isInternal(type.getBaseComponentType()))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " speaks of the internal type " + type.getName())));
            }
        };
    }
}
