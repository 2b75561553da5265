// The engine's source files that lie within the cell language, as text: cells compile what programs compile.

#include "CEngineText.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const struct EngineSource sources[] = {
    {"SeededGenerator", (const unsigned char[]){
#embed "../Elementary/SeededGenerator.swift" suffix(, 0)
    }},
    {"EngineError", (const unsigned char[]){
#embed "../NeuralCore/EngineError.swift" suffix(, 0)
    }},
    {"Value", (const unsigned char[]){
#embed "../NeuralCore/Differentiation/Value.swift" suffix(, 0)
    }},
    {"Dataset", (const unsigned char[]){
#embed "../NeuralCore/Data/Dataset.swift" suffix(, 0)
    }},
    {"Generators", (const unsigned char[]){
#embed "../NeuralCore/Data/Generators.swift" suffix(, 0)
    }},
    {"Splitting", (const unsigned char[]){
#embed "../NeuralCore/Data/Splitting.swift" suffix(, 0)
    }},
    {"Scaling", (const unsigned char[]){
#embed "../NeuralCore/Data/Scaling.swift" suffix(, 0)
    }},
    {"Augmentation", (const unsigned char[]){
#embed "../NeuralCore/Data/Augmentation.swift" suffix(, 0)
    }},
    {"Table", (const unsigned char[]){
#embed "../NeuralCore/Data/Table.swift" suffix(, 0)
    }},
    {"BundledData", (const unsigned char[]){
#embed "../NeuralCore/Data/BundledData.swift" suffix(, 0)
    }},
    {"Classification", (const unsigned char[]){
#embed "../NeuralCore/Metrics/Classification.swift" suffix(, 0)
    }},
    {"ConfusionMatrix", (const unsigned char[]){
#embed "../NeuralCore/Metrics/ConfusionMatrix.swift" suffix(, 0)
    }},
    {"Ranking", (const unsigned char[]){
#embed "../NeuralCore/Metrics/Ranking.swift" suffix(, 0)
    }},
    {"Regression", (const unsigned char[]){
#embed "../NeuralCore/Metrics/Regression.swift" suffix(, 0)
    }},
    {"Groups", (const unsigned char[]){
#embed "../NeuralCore/Metrics/Groups.swift" suffix(, 0)
    }},
    {"Schedule", (const unsigned char[]){
#embed "../NeuralCore/Schedules/Schedule.swift" suffix(, 0)
    }},
    {"Layer", (const unsigned char[]){
#embed "../NeuralCore/Layers/Layer.swift" suffix(, 0)
    }},
    {"DenseLayers", (const unsigned char[]){
#embed "../NeuralCore/Layers/DenseLayers.swift" suffix(, 0)
    }},
    {"ImageLayers", (const unsigned char[]){
#embed "../NeuralCore/Layers/ImageLayers.swift" suffix(, 0)
    }},
    {"SequenceLayers", (const unsigned char[]){
#embed "../NeuralCore/Layers/SequenceLayers.swift" suffix(, 0)
    }},
    {"Optimizer", (const unsigned char[]){
#embed "../NeuralCore/Network/Optimizer.swift" suffix(, 0)
    }},
    {"Penalty", (const unsigned char[]){
#embed "../NeuralCore/Network/Penalty.swift" suffix(, 0)
    }},
    {"History", (const unsigned char[]){
#embed "../NeuralCore/Network/History.swift" suffix(, 0)
    }},
    {"Examples", (const unsigned char[]){
#embed "../NeuralCore/Network/Examples.swift" suffix(, 0)
    }},
    {"Fit", (const unsigned char[]){
#embed "../NeuralCore/Network/Fit.swift" suffix(, 0)
    }},
    {"RandomTensors", (const unsigned char[]){
#embed "../NeuralCore/Tensor/RandomTensors.swift" suffix(, 0)
    }},
    {"Operation", (const unsigned char[]){
#embed "../NeuralCore/Differentiation/Operation.swift" suffix(, 0)
    }},
    {"Tape", (const unsigned char[]){
#embed "../NeuralCore/Differentiation/Tape.swift" suffix(, 0)
    }},
    {"Variable", (const unsigned char[]){
#embed "../NeuralCore/Differentiation/Variable.swift" suffix(, 0)
    }},
    {"Statistics", (const unsigned char[]){
#embed "../NeuralCore/Inspection/Statistics.swift" suffix(, 0)
    }},
    {"Histogram", (const unsigned char[]){
#embed "../NeuralCore/Inspection/Histogram.swift" suffix(, 0)
    }},
    {"DecisionGrid", (const unsigned char[]){
#embed "../NeuralCore/Inspection/DecisionGrid.swift" suffix(, 0)
    }},
};

static const struct EngineSource kit[] = {
    {"Charts", (const unsigned char[]){
#embed "../LessonKit/Charts.swift" suffix(, 0)
    }},
    {"GradientExpectations", (const unsigned char[]){
#embed "../LessonKit/GradientExpectations.swift" suffix(, 0)
    }},
    {"EngineStep", (const unsigned char[]){
#embed "../LessonKit/EngineStep.swift" suffix(, 0)
    }},
    {"Maps", (const unsigned char[]){
#embed "../LessonKit/Maps.swift" suffix(, 0)
    }},
};

const struct EngineSource *kit_source(size_t index) {
    return index < sizeof kit / sizeof kit[0] ? &kit[index] : NULL;
}

const struct EngineSource *engine_source(size_t index) {
    return index < sizeof sources / sizeof sources[0] ? &sources[index] : NULL;
}
