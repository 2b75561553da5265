import LessonModel

/// Values as a stepper writes them.
public enum StepText {
    public static func value(_ variable: StepVariable) -> String { StepNarrator.value(variable) }
    public static func number(_ number: Double) -> String { Numbers.short(number) }
}
