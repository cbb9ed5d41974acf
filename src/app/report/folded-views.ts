// What the folded parts of a report show: loaded with the first of them that is unfolded.

export { ScoresMean } from './explain/ScoresMean.tsx';
export { MoveDetails } from './moves/MoveDetails.tsx';
export { OwnershipFields } from './moves/OwnershipFields.tsx';
export { RestOfPlan } from './moves/RestOfPlan.tsx';
export { SheetHelp } from './sheet/SheetHelp.tsx';
export { TensionDetails } from './sheet/TensionDetails.tsx';
export { AllSignals } from './signals/AllSignals.tsx';
export { SignalDetails } from './signals/SignalDetails.tsx';
export { UnknownDetails } from './signals/UnknownDetails.tsx';
export { WhereToLook } from './signals/WhereToLook.tsx';
