// What the folded parts of a report show: loaded with the first of them that is unfolded.
export { AllSignals } from './AllSignals.tsx';
export { MoveDetails } from './MoveDetails.tsx';
export { OwnershipFields } from './OwnershipFields.tsx';
export { RestOfPlan } from './RestOfPlan.tsx';
export { ScoresMean } from './ScoresMean.tsx';
export { SheetHelp } from './SheetHelp.tsx';
export { SignalDetails } from './SignalDetails.tsx';
export { TensionDetails } from './TensionDetails.tsx';
export { UnknownDetails } from './UnknownDetails.tsx';
export { WhereToLook } from './WhereToLook.tsx';
